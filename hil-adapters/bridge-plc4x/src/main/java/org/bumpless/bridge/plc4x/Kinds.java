package org.bumpless.bridge.plc4x;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.plc4x.java.api.types.PlcValueType;
import org.apache.plc4x.java.api.value.PlcValue;
import org.bumpless.bridge.core.Wire.Answer;
import org.bumpless.plant.model.TagType;
import org.jspecify.annotations.Nullable;

/** What the types of PLC4X are to the plant. */
enum Kinds {
  BIT,
  WHOLE,
  REAL,
  /** Only the controller knows: an OPC UA address need not say. */
  OPEN,
  NONE;

  static Kinds of(PlcValueType type) {
    return switch (type) {
      case BOOL -> BIT;
      case BYTE, WORD, DWORD, LWORD, USINT, UINT, UDINT, ULINT, SINT, INT, DINT, LINT -> WHOLE;
      case REAL, LREAL -> REAL;
      case NULL -> OPEN;
      default -> NONE; // times, texts, structures: no tag of a plant file has them
    };
  }

  /** Whether a tag of the plant can stand for it. */
  boolean fits(TagType tag) {
    return switch (this) {
      case OPEN -> true;
      case NONE -> false;
      case BIT -> tag == TagType.BOOL;
      case WHOLE -> tag == TagType.INT || tag == TagType.REAL;
      case REAL -> tag == TagType.REAL;
    };
  }

  /**
   * A value that was read; a controller of another type than the file says gives another one.
   *
   * @param value null if the driver makes none of what the controller gives
   * @param wanted type of the tag
   * @param declared type of the address, if the controller must have that and no other
   */
  static Answer answer(
      @Nullable PlcValue value, Optional<TagType> wanted, Optional<PlcValueType> declared) {
    if (value == null) {
      return new Answer.Refused("a value of a type that the driver does not read");
    }
    Kinds kind = of(value.getPlcValueType());
    boolean fits =
        wanted.map(kind::fits).orElse(kind != NONE)
            && value.isSimple()
            && declared.map(value.getPlcValueType()::equals).orElse(true);
    if (!fits || value.isNull()) {
      return new Answer.Refused(
          "a value of type " + value.getPlcValueType() + " (" + value.getObject() + ")");
    }
    return new Answer.Value(kind == BIT ? (value.getBoolean() ? 1 : 0) : value.getDouble());
  }

  /**
   * The number as an object of Java that PLC4X turns into the type.
   *
   * @throws IllegalArgumentException if the type cannot hold it
   */
  static Object object(PlcValueType type, double raw) {
    return switch (of(type)) {
      case BIT -> raw != 0;
      case REAL -> type == PlcValueType.REAL ? (Object) (float) raw : (Object) raw;
      case WHOLE -> whole(type, raw);
      case OPEN, NONE ->
          throw new IllegalArgumentException("type " + type + ": expected a bit or a number");
    };
  }

  private static Object whole(PlcValueType type, double raw) {
    int bits =
        switch (type) {
          case BYTE, USINT, SINT -> Byte.SIZE;
          case WORD, UINT, INT -> Short.SIZE;
          case DWORD, UDINT, DINT -> Integer.SIZE;
          default -> Long.SIZE;
        };
    boolean signed =
        switch (type) {
          case SINT, INT, DINT, LINT -> true;
          default -> false;
        };
    double low = signed ? -Math.pow(2, bits - 1) : 0;
    double high = Math.pow(2, signed ? bits - 1 : bits) - 1;
    if (raw != Math.rint(raw) || raw < low || raw > high) {
      throw new IllegalArgumentException(raw + " is no " + type);
    }
    return bits == Long.SIZE ? (Object) BigInteger.valueOf((long) raw) : (Object) (long) raw;
  }
}
