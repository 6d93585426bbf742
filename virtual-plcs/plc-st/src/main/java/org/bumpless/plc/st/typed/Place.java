package org.bumpless.plc.st.typed;

import java.util.List;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.Type;

/** Where a value is kept. */
public sealed interface Place {
  Type type();

  /**
   * A variable.
   *
   * @param global whether it is one of the configuration's, not of the unit's own
   */
  record Variable(boolean global, String name, Type type) implements Place {}

  /**
   * A part of a structure or of a function block's instance.
   *
   * @param owner whose type says which class it is of
   */
  record Member(Place owner, String name, Type type) implements Place {}

  /** An element of an array. */
  record Element(Place array, ArrayType arrayType, List<Value> indexes, int line) implements Place {
    public Element {
      indexes = List.copyOf(indexes);
    }

    @Override
    public Type type() {
      return arrayType.element();
    }
  }

  /** Memory that the controller's inputs, outputs and markers lie in. */
  record Direct(Address address, Type type) implements Place {}

  /**
   * Some bits of a string of bits.
   *
   * @param shift the place of the lowest of them
   */
  record Part(Place whole, int shift, Type type) implements Place {}
}
