package org.bumpless.plc.st.type;

import java.util.Map;

/**
 * An enumeration (6.4.4.2, 6.4.4.3).
 *
 * @param values by their names in capitals
 * @param first the value that is named first: what a variable is that has no other first value
 */
public record EnumType(String name, Map<String, Long> values, long first) implements Type {
  public EnumType {
    values = Map.copyOf(values);
  }

  @Override
  public Carrier carrier() {
    return Carrier.INT;
  }
}
