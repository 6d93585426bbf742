package org.bumpless.plc.st.type;

/** What a value can be. */
public sealed interface Type
    permits Elementary, TextType, ArrayType, StructType, EnumType, SubrangeType, BlockType {
  /** For people, as it would be written. */
  String name();

  Carrier carrier();

  /** The type by whose rules it calculates: that of a subrange is its base. */
  default Type base() {
    return this;
  }

  /** Whether it is one of a family. */
  default boolean is(Family family) {
    return base() instanceof Elementary elementary && elementary.family() == family;
  }

  default boolean integer() {
    return is(Family.SIGNED) || is(Family.UNSIGNED);
  }

  default boolean number() {
    return integer() || is(Family.REAL);
  }

  /** BOOL, or a string of bits. */
  default boolean bits() {
    return is(Family.BITS);
  }
}
