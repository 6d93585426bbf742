package org.bumpless.plc.st.type;

import java.util.Map;

/**
 * An enumeration (6.4.4.2, 6.4.4.3).
 *
 * @param values by their names in capitals
 */
public record EnumType(String name, Map<String, Long> values) implements Type {
  public EnumType {
    values = Map.copyOf(values);
  }

  @Override
  public Carrier carrier() {
    return Carrier.INT;
  }
}
