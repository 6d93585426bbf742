package org.bumpless.plc.st.check;

import java.math.BigInteger;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.SubrangeType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Value;
import org.bumpless.plc.st.typed.Value.Constant;

/** Makes a value one of the type that is wanted, where nothing of it can be lost (figure 12). */
final class Fitting {
  private Fitting() {}

  /** The value as a type. */
  static Value into(Type wanted, Value value, Spot spot) throws Slip {
    if (wanted instanceof SubrangeType subrange) {
      return within(subrange, into(subrange.of(), value, spot), spot);
    }
    if (value instanceof Constant constant) {
      return constant(wanted, constant, spot);
    }
    Type own = value.type().base();
    if (same(own, wanted)) {
      return value;
    }
    if (own instanceof Elementary from && wanted instanceof Elementary to && from.widensTo(to)) {
      return new Value.Conversion(to, value, false);
    }
    throw no(wanted, own, spot);
  }

  /** An instance has a state and a place; there is no second one that is the same. */
  static void requireCopyable(Type type, Spot spot) throws Slip {
    switch (type) {
      case BlockType block ->
          throw new Slip(
              spot,
              "an instance of " + block.name() + " is not assigned",
              "call it where it is, or lend it as VAR_IN_OUT");
      case ArrayType array -> requireCopyable(array.element(), spot);
      case StructType struct -> {
        for (StructType.Field field : struct.fields()) {
          requireCopyable(field.type(), spot);
        }
      }
      default -> {} // a value
    }
  }

  private static Slip no(Type wanted, Type own, Spot spot) {
    String hint =
        own instanceof Elementary && wanted instanceof Elementary
            ? "convert it: " + own.name() + "_TO_" + wanted.name()
            : "expected " + wanted.name();
    return new Slip(spot, "this is " + own.name() + " and not " + wanted.name(), hint);
  }

  /** Whether values of one type are values of the other as they are. */
  static boolean same(Type own, Type wanted) {
    return switch (own) {
      case TextType text -> wanted instanceof TextType other && other.wide() == text.wide();
      case ArrayType array ->
          wanted instanceof ArrayType other
              && array.dimensions().equals(other.dimensions())
              && same(array.element(), other.element());
      default -> own.equals(wanted.base());
    };
  }

  private static Value within(SubrangeType type, Value value, Spot spot) throws Slip {
    if (!(value instanceof Constant constant)) {
      return new Value.Conversion(type, value, false);
    }
    if (constant.whole() < type.low() || constant.whole() > type.high()) {
      throw new Slip(
          spot,
          constant.whole() + " is no " + type.name(),
          "expected %d to %d".formatted(type.low(), type.high()));
    }
    return new Constant(type, constant.value(), false);
  }

  private static Value constant(Type wanted, Constant constant, Spot spot) throws Slip {
    Type own = constant.type().base();
    if (wanted instanceof TextType text && own instanceof TextType given) {
      if (text.wide() == given.wide()) {
        String all = constant.value().toString();
        String cut = all.substring(0, Math.min(all.length(), text.length()));
        return new Constant(wanted, cut, false);
      }
      throw no(wanted, own, spot);
    }
    if (own instanceof TextType given && wanted.is(Family.CHARACTER)) {
      return character(wanted, given, constant, spot);
    }
    if (!(wanted instanceof Elementary to) || !(own instanceof Elementary from)) {
      if (same(own, wanted)) {
        return constant;
      }
      throw no(wanted, own, spot);
    }
    return number(to, from, constant, spot).orElseThrow(() -> no(wanted, own, spot));
  }

  private static Value character(Type wanted, TextType given, Constant constant, Spot spot)
      throws Slip {
    String text = constant.value().toString();
    if (text.length() != 1 || given.wide() != (wanted == Elementary.WCHAR)) {
      throw new Slip(spot, "this is no single " + wanted.name(), "expected one character");
    }
    return new Constant(wanted, (long) text.charAt(0), false);
  }

  private static Optional<Value> number(
      Elementary to, Elementary from, Constant constant, Spot spot) throws Slip {
    if (!constant.loose()) {
      if (from == to) {
        return Optional.of(constant);
      }
      return from.widensTo(to) ? Optional.of(as(to, constant)) : Optional.empty();
    }
    if (from.is(Family.REAL)) {
      return to.is(Family.REAL) ? Optional.of(as(to, constant)) : Optional.empty();
    }
    return switch (to.family()) {
      case REAL -> Optional.of(as(to, constant));
      case SIGNED, UNSIGNED, BITS -> {
        requireFits(to, constant, spot);
        yield Optional.of(new Constant(to, constant.value(), false));
      }
      case DURATION, DATE, TIME_OF_DAY, DATE_AND_TIME, CHARACTER -> Optional.empty();
    };
  }

  private static void requireFits(Elementary to, Constant constant, Spot spot) throws Slip {
    BigInteger number = Literals.number(constant);
    boolean bitsOfNegative = to.width() == Long.SIZE && number.signum() < 0;
    if (!Literals.fits(number, to) && !(bitsOfNegative && to.is(Family.BITS))) {
      throw new Slip(
          spot,
          number + " is no " + to.name(),
          "expected %s to %s".formatted(to.least(), to.greatest()));
    }
  }

  private static Constant as(Elementary to, Constant constant) {
    Object value = to.is(Family.REAL) ? (Object) constant.real() : constant.value();
    return new Constant(to, value, false);
  }

  /** A value that may be of any type: a loose one takes on the usual. */
  static Value usual(Value value) {
    if (!(value instanceof Constant constant) || !constant.loose()) {
      return value;
    }
    return new Constant(constant.type(), constant.value(), false);
  }

  /** The narrowest type that both values can be; empty if there is none. */
  static Optional<Type> common(Value left, Value right) {
    Type one = left.type().base();
    Type other = right.type().base();
    boolean looseOne = left instanceof Constant constant && constant.loose();
    boolean looseOther = right instanceof Constant constant && constant.loose();
    if (one instanceof Elementary from && other instanceof Elementary to) {
      if (looseOne == looseOther) {
        return wider(from, to);
      }
      Elementary firm = looseOne ? to : from;
      Elementary loose = looseOne ? from : to;
      Constant number = (Constant) (looseOne ? left : right);
      boolean tooLarge = firm.integer() && loose.integer() && !fits(number, firm);
      if (tooLarge) {
        return wider(firm, loose);
      }
      return loose.is(Family.REAL) && !firm.is(Family.REAL)
          ? wider(firm, Elementary.LREAL)
          : Optional.of(firm);
    }
    if (one instanceof TextType text && other instanceof TextType given) {
      return text.wide() == given.wide()
          ? Optional.of(new TextType(text.wide(), Math.max(text.length(), given.length())))
          : Optional.empty();
    }
    boolean enumerations = one instanceof EnumType && other instanceof EnumType;
    return same(one, other) && (enumerations || one.equals(other))
        ? Optional.of(one)
        : Optional.empty();
  }

  private static boolean fits(Constant number, Elementary type) {
    return Literals.fits(Literals.number(number), type);
  }

  private static Optional<Type> wider(Elementary one, Elementary other) {
    if (one.widensTo(other)) {
      return Optional.of(other);
    }
    if (other.widensTo(one)) {
      return Optional.of(one);
    }
    for (Elementary both : Elementary.values()) {
      boolean numbers = both.is(Family.SIGNED) || both.is(Family.REAL);
      if (numbers && one.widensTo(both) && other.widensTo(both)) {
        return Optional.of(both);
      }
    }
    return Optional.empty();
  }
}
