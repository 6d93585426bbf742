package org.bumpless.plc.st.check;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Value;
import org.bumpless.plc.st.typed.Value.Constant;

/** What operators make of their values (tables 28 to 33 and 71). */
final class Operations {
  private Operations() {}

  static Value binary(Operator operator, Value left, Value right, Spot spot) throws Slip {
    if (operator == Operator.POWER) {
      return power(left, right, Optional.empty(), spot);
    }
    Optional<Value> time =
        operator.compares() ? Optional.empty() : time(operator, left, right, spot);
    if (time.isPresent()) {
      return time.get();
    }
    Type common =
        Fitting.common(left, right)
            .orElseThrow(
                () ->
                    new Slip(
                        spot,
                        "%s and %s do not go together".formatted(name(left), name(right)),
                        "convert one of them to the type of the other"));
    if (!suits(operator, common)) {
      throw new Slip(
          spot,
          "%s is not for %s".formatted(operator.written(), common.name()),
          operator.logical() ? "expected BOOL or bit strings" : "expected numbers");
    }
    Value a = loosely(common, left, spot);
    Value b = loosely(common, right, spot);
    if (operator.compares()) {
      return new Value.Comparison(operator, Fitting.usual(a), Fitting.usual(b));
    }
    if (a instanceof Constant one && b instanceof Constant other) {
      Optional<Constant> folded = Folding.calculated(operator, common, one, other);
      if (folded.isPresent()) {
        return folded.get();
      }
    }
    return new Value.Calculation(operator, common, Fitting.usual(a), Fitting.usual(b), spot.line());
  }

  /** Two loose constants stay loose. */
  private static Value loosely(Type common, Value value, Spot spot) throws Slip {
    boolean stays =
        value instanceof Constant constant
            && constant.loose()
            && constant.type().base().equals(common);
    return stays ? value : Fitting.into(common, value, spot);
  }

  private static String name(Value value) {
    return value.type().name();
  }

  private static boolean suits(Operator operator, Type type) {
    if (operator.compares()) {
      boolean ordered = operator != Operator.EQUAL && operator != Operator.UNEQUAL;
      boolean plain = type instanceof Elementary || type.carrier() != Carrier.OBJECT;
      return plain && !(ordered && type == Elementary.BOOL) || type instanceof TextType;
    }
    if (operator.logical()) {
      return type.bits() || type.integer();
    }
    return operator == Operator.MODULO ? type.integer() : type.number();
  }

  /**
   * A number to the power of another.
   *
   * @param wanted what it is to become; decides how long it is if the base has no point
   */
  static Value power(Value left, Value right, Optional<Type> wanted, Spot spot) throws Slip {
    boolean loose = left instanceof Constant constant && constant.loose();
    Type type =
        left.type().is(Family.REAL) && !loose
            ? left.type().base()
            : wanted.map(Type::base).filter(its -> its.is(Family.REAL)).orElse(Elementary.LREAL);
    if (!left.type().number() || !right.type().number()) {
      throw new Slip(spot, "** is for numbers", "expected REAL or LREAL before it");
    }
    Value base = numeric(type, left, spot);
    Value exponent = numeric(type, right, spot);
    if (base instanceof Constant one && exponent instanceof Constant other) {
      return new Constant(type, Math.pow(one.real(), other.real()), loose);
    }
    return new Value.Calculation(Operator.POWER, type, base, exponent, spot.line());
  }

  /** A number as one with a point. */
  static Value numeric(Type real, Value value, Spot spot) throws Slip {
    return value instanceof Constant || value.type().base().equals(real)
        ? Fitting.into(real, value, spot)
        : new Value.Conversion(real, value, false);
  }

  /** Sums and differences of times, and times that are multiplied (table 30). */
  private static Optional<Value> time(Operator operator, Value left, Value right, Spot spot)
      throws Slip {
    boolean sum = operator == Operator.ADD || operator == Operator.SUBTRACT;
    Type a = left.type().base();
    Type b = right.type().base();
    if (a.is(Family.DURATION) && b.number()) {
      return scaled(operator, left, right, spot);
    }
    if (a.number() && b.is(Family.DURATION) && operator == Operator.MULTIPLY) {
      return scaled(operator, right, left, spot);
    }
    if (!sum) {
      return Optional.empty();
    }
    boolean point = a.is(Family.TIME_OF_DAY) || a.is(Family.DATE_AND_TIME) || a.is(Family.DATE);
    if ((point || a.is(Family.DURATION)) && b.is(Family.DURATION)) {
      return Optional.of(new Value.Calculation(operator, a, left, right, spot.line()));
    }
    boolean between =
        point
            && operator == Operator.SUBTRACT
            && a instanceof Elementary one
            && b instanceof Elementary other
            && one.family() == other.family();
    return between
        ? Optional.of(new Value.Calculation(operator, Elementary.TIME, left, right, spot.line()))
        : Optional.empty();
  }

  private static Optional<Value> scaled(Operator operator, Value time, Value factor, Spot spot)
      throws Slip {
    if (operator != Operator.MULTIPLY && operator != Operator.DIVIDE) {
      return Optional.empty();
    }
    if (factor.type().is(Family.REAL)) {
      Value real = numeric(Elementary.LREAL, factor, spot);
      return Optional.of(
          new Value.Library(
              time.type(),
              operator == Operator.MULTIPLY ? "timesReal" : "dividedByReal",
              List.of(time, real),
              spot.line()));
    }
    Value whole =
        factor instanceof Constant
            ? Fitting.into(Elementary.LINT, factor, spot)
            : new Value.Conversion(Elementary.LINT, factor, false);
    return Optional.of(new Value.Calculation(operator, time.type(), time, whole, spot.line()));
  }

  static Value negative(Value value, Spot spot) throws Slip {
    if (!value.type().number() && !value.type().is(Family.DURATION)) {
      throw new Slip(spot, "- is not for " + name(value), "expected a number or a TIME");
    }
    return value instanceof Constant constant
        ? Folding.negated(constant)
        : new Value.Negation(value);
  }

  static Value complement(Value value, Spot spot) throws Slip {
    Value firm = Fitting.usual(value);
    if (!firm.type().bits() && !firm.type().integer()) {
      throw new Slip(spot, "NOT is not for " + name(value), "expected BOOL or a bit string");
    }
    return new Value.Complement(firm);
  }
}
