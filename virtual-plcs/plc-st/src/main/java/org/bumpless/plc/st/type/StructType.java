package org.bumpless.plc.st.type;

import java.util.List;

/** A structure (6.4.4.6). */
public record StructType(String name, List<Field> fields) implements Type {
  public StructType {
    fields = List.copyOf(fields);
  }

  /** A field. */
  public record Field(String name, Type type) {}

  @Override
  public Carrier carrier() {
    return Carrier.OBJECT;
  }

  /** Two of the same name are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StructType struct && struct.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
