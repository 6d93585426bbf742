package org.bumpless.plc.st.type;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The elementary types (table 10). */
public enum Elementary implements Type {
  BOOL(Family.BITS, Carrier.INT, 1),
  BYTE(Family.BITS, Carrier.INT, 8),
  WORD(Family.BITS, Carrier.INT, 16),
  DWORD(Family.BITS, Carrier.LONG, 32),
  LWORD(Family.BITS, Carrier.LONG, 64),
  SINT(Family.SIGNED, Carrier.INT, 8),
  INT(Family.SIGNED, Carrier.INT, 16),
  DINT(Family.SIGNED, Carrier.INT, 32),
  LINT(Family.SIGNED, Carrier.LONG, 64),
  USINT(Family.UNSIGNED, Carrier.INT, 8),
  UINT(Family.UNSIGNED, Carrier.INT, 16),
  UDINT(Family.UNSIGNED, Carrier.LONG, 32),
  ULINT(Family.UNSIGNED, Carrier.LONG, 64),
  REAL(Family.REAL, Carrier.FLOAT, 32),
  LREAL(Family.REAL, Carrier.DOUBLE, 64),
  TIME(Family.DURATION, Carrier.LONG, 64),
  LTIME(Family.DURATION, Carrier.LONG, 64),
  DATE(Family.DATE, Carrier.LONG, 64),
  LDATE(Family.DATE, Carrier.LONG, 64),
  TOD(Family.TIME_OF_DAY, Carrier.LONG, 64),
  LTOD(Family.TIME_OF_DAY, Carrier.LONG, 64),
  DT(Family.DATE_AND_TIME, Carrier.LONG, 64),
  LDT(Family.DATE_AND_TIME, Carrier.LONG, 64),
  CHAR(Family.CHARACTER, Carrier.INT, 8),
  WCHAR(Family.CHARACTER, Carrier.INT, 16);

  private final Family family;
  private final Carrier carrier;
  private final int bits;

  Elementary(Family family, Carrier carrier, int bits) {
    this.family = family;
    this.carrier = carrier;
    this.bits = bits;
  }

  /** The type of that name, in any spelling. */
  public static Optional<Elementary> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    String common =
        switch (upper) {
          case "TIME_OF_DAY" -> "TOD";
          case "LTIME_OF_DAY" -> "LTOD";
          case "DATE_AND_TIME" -> "DT";
          case "LDATE_AND_TIME" -> "LDT";
          default -> upper;
        };
    for (Elementary type : values()) {
      if (type.name().equals(common)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public Family family() {
    return family;
  }

  @Override
  public Carrier carrier() {
    return carrier;
  }

  /** How many bits a value has. */
  public int width() {
    return bits;
  }

  private boolean signed() {
    return family == Family.SIGNED;
  }

  /** The least whole number that it can be. */
  public BigInteger least() {
    return signed() || time() ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
  }

  /** The greatest whole number that it can be. */
  public BigInteger greatest() {
    int magnitude = signed() || time() ? bits - 1 : bits;
    return BigInteger.ONE.shiftLeft(magnitude).subtract(BigInteger.ONE);
  }

  private boolean time() {
    return switch (family) {
      case DURATION, DATE, TIME_OF_DAY, DATE_AND_TIME -> true;
      case BITS, SIGNED, UNSIGNED, REAL, CHARACTER -> false;
    };
  }

  /** Whether each of its values is one of another type too, so that it may stand in its place. */
  public boolean widensTo(Elementary other) {
    if (this == other) {
      return true;
    }
    return switch (family) {
      case BITS -> other.family == Family.BITS && bits < other.bits;
      case SIGNED -> other.signed() && bits < other.bits || fitsReal(other);
      case UNSIGNED ->
          other.family == Family.UNSIGNED && bits < other.bits
              || other.signed() && bits < other.bits
              || fitsReal(other);
      case REAL -> other == LREAL && this == REAL;
      case DURATION, DATE, TIME_OF_DAY, DATE_AND_TIME -> other.family == family;
      case CHARACTER -> other.family == family && bits < other.bits;
    };
  }

  /** All whole numbers of 16 bits are REAL, those of 32 bits LREAL (figure 12). */
  private boolean fitsReal(Elementary other) {
    return other == REAL && bits <= 16 || other == LREAL && bits <= 32;
  }
}
