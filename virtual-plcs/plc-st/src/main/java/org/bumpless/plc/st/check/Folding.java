package org.bumpless.plc.st.check;

import java.math.BigInteger;
import java.util.Optional;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Value.Constant;

/** Works out what is constant; what cannot be worked out is left for the scan. */
final class Folding {
  private Folding() {}

  /** Two constants of one type; empty if it is for the scan to do. */
  static Optional<Constant> calculated(Operator operator, Type type, Constant a, Constant b) {
    boolean loose = a.loose() && b.loose();
    if (type.is(Family.REAL)) {
      return real(operator, a.real(), b.real())
          .map(value -> new Constant(type, single(type, value), loose));
    }
    if (!(type instanceof Elementary elementary)) {
      return Optional.empty();
    }
    return whole(operator, a.whole(), b.whole())
        .filter(value -> inRange(elementary, value, loose))
        .map(value -> new Constant(type, value, loose));
  }

  private static Object single(Type type, double value) {
    return type == Elementary.REAL ? (double) (float) value : value;
  }

  /** What overflows wraps at the scan, as the same would with variables. */
  private static boolean inRange(Elementary type, long value, boolean loose) {
    return loose || Literals.fits(BigInteger.valueOf(value), type);
  }

  private static Optional<Double> real(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> Optional.of(a + b);
      case SUBTRACT -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case POWER -> Optional.of(Math.pow(a, b));
      case MODULO, AND, OR, XOR, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, UNEQUAL ->
          Optional.empty();
    };
  }

  private static Optional<Long> whole(Operator operator, long a, long b) {
    try {
      return switch (operator) {
        case ADD -> Optional.of(Math.addExact(a, b));
        case SUBTRACT -> Optional.of(Math.subtractExact(a, b));
        case MULTIPLY -> Optional.of(Math.multiplyExact(a, b));
        case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(a / b);
        case MODULO -> b == 0 ? Optional.empty() : Optional.of(a % b);
        case AND -> Optional.of(a & b);
        case OR -> Optional.of(a | b);
        case XOR -> Optional.of(a ^ b);
        case POWER, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, UNEQUAL -> Optional.empty();
      };
    } catch (ArithmeticException _) {
      return Optional.empty(); // it wraps, which is for the scan to do
    }
  }

  /** A standard function of one number, by its name. */
  static double function(String name, double x) {
    return switch (name) {
      case "SQRT" -> Math.sqrt(x);
      case "LN" -> Math.log(x);
      case "LOG" -> Math.log10(x);
      case "EXP" -> Math.exp(x);
      case "SIN" -> Math.sin(x);
      case "COS" -> Math.cos(x);
      case "TAN" -> Math.tan(x);
      case "ASIN" -> Math.asin(x);
      case "ACOS" -> Math.acos(x);
      case "ATAN" -> Math.atan(x);
      default -> throw new IllegalArgumentException(name + " is no function of one number");
    };
  }

  /** A constant with another sign. */
  static Constant negated(Constant constant) {
    Object value =
        constant.value() instanceof Double real ? (Object) (-real) : (Object) (-constant.whole());
    return new Constant(constant.type(), value, constant.loose());
  }
}
