package org.bumpless.plant.model;

/** The value of a tag at one moment; compared exactly. */
public sealed interface TagValue {

  /** A bit. */
  record Bool(boolean value) implements TagValue {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A 16-bit signed integer. */
  record Int(short value) implements TagValue {
    @Override
    public String toString() {
      return Short.toString(value);
    }
  }

  /** A 32-bit IEEE 754 number, in the tag's engineering unit. */
  record Real(float value) implements TagValue {
    @Override
    public String toString() {
      return Float.toString(value);
    }
  }

  /** Characters. */
  record Text(String value) implements TagValue {
    @Override
    public String toString() {
      return value;
    }
  }

  /** The type of tag that holds it. */
  default TagType type() {
    return switch (this) {
      case Bool(boolean _) -> TagType.BOOL;
      case Int(short _) -> TagType.INT;
      case Real(float _) -> TagType.REAL;
      case Text(String _) -> TagType.STRING;
    };
  }

  /** The value as a number; a bit is 0 or 1, a text is none (NaN). */
  default double number() {
    return switch (this) {
      case Bool(boolean b) -> b ? 1 : 0;
      case Int(short i) -> i;
      case Real(float r) -> r;
      case Text(String _) -> Double.NaN;
    };
  }

  /**
   * The value of a type that a number stands for.
   *
   * @throws IllegalArgumentException if the type cannot hold the number
   */
  static TagValue of(TagType type, double number) {
    return switch (type) {
      case BOOL -> new Bool(number != 0);
      case INT -> {
        if (number != Math.rint(number) || number < Short.MIN_VALUE || number > Short.MAX_VALUE) {
          throw new IllegalArgumentException(
              number + " is not an INT: expected a whole number, -32768 to 32767");
        }
        yield new Int((short) number);
      }
      case REAL -> new Real((float) number);
      case STRING -> throw new IllegalArgumentException(number + " is not a STRING");
    };
  }
}
