package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Optional;

/** How a type is written (6.4). */
public sealed interface TypeSpec {
  Spot spot();

  /** By its name. */
  record Named(Spot spot, String name) implements TypeSpec {}

  /** STRING or WSTRING. */
  record Text(Spot spot, boolean wide, Optional<Expression> length) implements TypeSpec {}

  /** An array. */
  record Array(Spot spot, List<Bounds> dimensions, TypeSpec element) implements TypeSpec {
    public Array {
      dimensions = List.copyOf(dimensions);
    }
  }

  /** A structure. */
  record Struct(Spot spot, List<Declaration> fields) implements TypeSpec {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** An enumeration. */
  record Enumeration(Spot spot, Optional<String> base, List<EnumValue> values) implements TypeSpec {
    public Enumeration {
      values = List.copyOf(values);
    }
  }

  /** An integer within bounds. */
  record Subrange(Spot spot, String base, Bounds bounds) implements TypeSpec {}

  /** From one number to another, both included. */
  record Bounds(Expression low, Expression high) {}

  /** One of the values of an enumeration. */
  record EnumValue(Spot spot, String name, Optional<Expression> value) {}
}
