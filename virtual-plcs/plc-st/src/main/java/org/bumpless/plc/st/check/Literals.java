package org.bumpless.plc.st.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.plc.st.tree.Expression.Literal;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.typed.Value.Constant;

/** Constants as they are written (6.3). */
final class Literals {
  private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)(D|H|MS|M|S|US|NS)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "D", 86_400_000_000_000L,
          "H", 3_600_000_000_000L,
          "M", 60_000_000_000L,
          "S", 1_000_000_000L,
          "MS", 1_000_000L,
          "US", 1_000L,
          "NS", 1L);
  private static final long DAY = 86_400_000_000_000L;

  private Literals() {}

  /** The value of a literal that is no name of an enumeration's value. */
  static Constant of(Literal literal) throws Slip {
    return switch (literal.kind()) {
      case INTEGER -> integer(literal);
      case REAL -> real(literal);
      case BOOL -> bool(literal);
      case STRING, WSTRING -> text(literal);
      case DURATION -> new Constant(Elementary.TIME, duration(literal), false);
      case DATE -> new Constant(Elementary.DATE, date(literal, after(literal)) * DAY, false);
      case TIME_OF_DAY -> new Constant(Elementary.TOD, clock(literal, after(literal)), false);
      case DATE_AND_TIME -> dateAndTime(literal);
      case NAME -> throw new IllegalArgumentException(literal.text() + " is a name");
    };
  }

  private static Optional<Elementary> type(Literal literal) throws Slip {
    if (literal.type().isEmpty()) {
      return Optional.empty();
    }
    Optional<Elementary> type = Elementary.named(literal.type().get());
    if (type.isEmpty()) {
      throw new Slip(
          literal.spot(),
          "there is no elementary type " + literal.type().get(),
          "write for example INT#5 or REAL#1.5");
    }
    return type;
  }

  private static Constant integer(Literal literal) throws Slip {
    BigInteger number = number(literal);
    Optional<Elementary> type = type(literal);
    if (type.isPresent()) {
      return typed(literal, number, type.get());
    }
    if (number.bitLength() > Long.SIZE) {
      throw new Slip(literal.spot(), "no type is so large", "64 bits are the most");
    }
    Elementary own =
        number.bitLength() < Integer.SIZE
            ? Elementary.DINT
            : number.bitLength() < Long.SIZE ? Elementary.LINT : Elementary.ULINT;
    return new Constant(own, number.longValue(), true);
  }

  private static Constant typed(Literal literal, BigInteger number, Elementary type) throws Slip {
    if (type.is(Family.REAL)) {
      return new Constant(type, number.doubleValue(), false);
    }
    requireFits(literal, number, type);
    return new Constant(type, number.longValue(), false);
  }

  private static void requireFits(Literal literal, BigInteger number, Elementary type) throws Slip {
    if (!fits(number, type)) {
      throw new Slip(
          literal.spot(),
          number + " is no " + type.name(),
          "expected %s to %s".formatted(type.least(), type.greatest()));
    }
  }

  /** The number that a constant is, which is larger than a long has room for in a ULINT. */
  static BigInteger number(Constant constant) {
    long whole = constant.whole();
    return constant.type().base() == Elementary.ULINT
        ? new BigInteger(Long.toUnsignedString(whole))
        : BigInteger.valueOf(whole);
  }

  /** Whether a type can be that number. */
  static boolean fits(BigInteger number, Elementary type) {
    return number.compareTo(type.least()) >= 0 && number.compareTo(type.greatest()) <= 0;
  }

  private static BigInteger number(Literal literal) throws Slip {
    String text = literal.text().replace("_", "");
    boolean negative = text.startsWith("-");
    String plain = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int mark = plain.indexOf('#');
    try {
      BigInteger number =
          mark < 0
              ? new BigInteger(plain)
              : new BigInteger(
                  plain.substring(mark + 1), Integer.parseInt(plain.substring(0, mark)));
      return negative ? number.negate() : number;
    } catch (NumberFormatException _) {
      throw new Slip(literal.spot(), "this is no number to that base", "2#, 8# or 16# and digits");
    }
  }

  private static Constant real(Literal literal) throws Slip {
    double number = Double.parseDouble(literal.text().replace("_", ""));
    Optional<Elementary> type = type(literal);
    if (type.isPresent() && !type.get().is(Family.REAL)) {
      throw new Slip(
          literal.spot(), "a " + type.get().name() + " has no point", "write it without");
    }
    return new Constant(type.orElse(Elementary.LREAL), number, type.isEmpty());
  }

  private static Constant bool(Literal literal) throws Slip {
    if (type(literal).filter(type -> type != Elementary.BOOL).isPresent()) {
      throw new Slip(literal.spot(), "only a BOOL is TRUE or FALSE", "write a number");
    }
    return new Constant(Elementary.BOOL, literal.text().equalsIgnoreCase("TRUE") ? 1L : 0L, false);
  }

  private static Constant text(Literal literal) throws Slip {
    boolean wide = literal.kind() == Literal.Kind.WSTRING;
    String inner = literal.text().substring(1, literal.text().length() - 1);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char sign = inner.charAt(i);
      if (sign != '$') {
        plain.append(sign);
        i += sign == literal.text().charAt(0) ? 1 : 0; // it is doubled
        continue;
      }
      if (++i == inner.length()) {
        throw new Slip(literal.spot(), "a $ at the end", "write $$ for a dollar sign");
      }
      i += escaped(literal, inner, i, wide ? 4 : 2, plain);
    }
    return new Constant(new TextType(wide, Math.max(1, plain.length())), plain.toString(), true);
  }

  /** Table 6; returns how many signs more than one it takes. */
  private static int escaped(Literal literal, String inner, int at, int digits, StringBuilder plain)
      throws Slip {
    char sign = Character.toUpperCase(inner.charAt(at));
    switch (sign) {
      case '$', '\'', '"' -> plain.append(sign);
      case 'L', 'N' -> plain.append('\n');
      case 'P' -> plain.append('\f');
      case 'R' -> plain.append('\r');
      case 'T' -> plain.append('\t');
      default -> {
        if (at + digits > inner.length()
            || !inner.substring(at, at + digits).matches("[0-9A-Fa-f]+")) {
          throw new Slip(
              literal.spot(),
              "$" + inner.charAt(at) + " means nothing",
              "$$, $', $\", $L, $N, $P, $R, $T, or $ and " + digits + " hexadecimal digits");
        }
        plain.append((char) Integer.parseInt(inner.substring(at, at + digits), 16));
        return digits - 1;
      }
    }
    return 0;
  }

  private static String after(Literal literal) {
    return literal.text().substring(literal.text().indexOf('#') + 1).toUpperCase(Locale.ROOT);
  }

  private static Long duration(Literal literal) throws Slip {
    String text = after(literal).replace("_", "");
    Matcher spans = SPAN.matcher(text);
    BigDecimal sum = BigDecimal.ZERO;
    while (spans.find()) {
      long unit = UNITS.getOrDefault(spans.group(2), 0L);
      sum = sum.add(new BigDecimal(spans.group(1)).multiply(BigDecimal.valueOf(unit)));
    }
    BigInteger nanos = sum.toBigInteger();
    if (nanos.bitLength() >= Long.SIZE) {
      throw new Slip(literal.spot(), "so long a time is none", "292 years are the most");
    }
    return text.startsWith("-") ? -nanos.longValue() : nanos.longValue();
  }

  private static long date(Literal literal, String text) throws Slip {
    String[] parts = text.split("-", -1);
    try {
      return LocalDate.of(
              Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
          .toEpochDay();
    } catch (DateTimeException | NumberFormatException _) {
      throw new Slip(literal.spot(), "there is no such day", "year-month-day, such as 2026-11-27");
    }
  }

  private static long clock(Literal literal, String text) throws Slip {
    String[] parts = text.split(":", -1);
    BigDecimal seconds = new BigDecimal(parts.length > 2 ? parts[2] : "0");
    long hours = Long.parseLong(parts[0]);
    long minutes = Long.parseLong(parts[1]);
    if (hours > 23 || minutes > 59 || seconds.compareTo(BigDecimal.valueOf(60)) >= 0) {
      throw new Slip(literal.spot(), "no clock shows that", "00:00:00 to 23:59:59.999");
    }
    return (hours * 60 + minutes) * 60_000_000_000L
        + seconds.multiply(BigDecimal.valueOf(1_000_000_000L)).longValue();
  }

  private static Constant dateAndTime(Literal literal) throws Slip {
    String text = after(literal);
    int last = text.lastIndexOf('-');
    long nanos =
        date(literal, text.substring(0, last)) * DAY + clock(literal, text.substring(last + 1));
    return new Constant(Elementary.DT, nanos, false);
  }
}
