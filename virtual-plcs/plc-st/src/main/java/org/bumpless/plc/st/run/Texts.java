package org.bumpless.plc.st.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What compiled programs do with strings (table 34), and how other values become strings. */
public final class Texts {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

  private static final long SECOND = 1_000_000_000L;

  private Texts() {}

  /** No longer than its variable. */
  public static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  public static int len(String text) {
    return text.length();
  }

  public static String left(String text, long count) {
    return text.substring(0, within(text, count));
  }

  public static String right(String text, long count) {
    return text.substring(text.length() - within(text, count));
  }

  /** From the position on, which counts from 1. */
  public static String mid(String text, long count, long position) {
    int begin = within(text, position - 1);
    return text.substring(begin, begin + Math.clamp(count, 0, text.length() - begin));
  }

  public static String concat(String one, String other) {
    return one + other;
  }

  /** Behind the position. */
  public static String insert(String text, String more, long position) {
    int at = within(text, position);
    return text.substring(0, at) + more + text.substring(at);
  }

  public static String delete(String text, long count, long position) {
    return replace(text, "", count, position);
  }

  public static String replace(String text, String by, long count, long position) {
    int begin = within(text, position - 1);
    int end = begin + Math.clamp(count, 0, text.length() - begin);
    return text.substring(0, begin) + by + text.substring(end);
  }

  /** Where it begins, from 1; 0 if it is not in it. */
  public static int find(String text, String wanted) {
    return text.indexOf(wanted) + 1;
  }

  private static int within(String text, long count) {
    return Math.clamp(count, 0, text.length());
  }

  /** A whole number, a bit, a time or a character. */
  public static String of(long value, String type) {
    return switch (type) {
      case "BOOL" -> value == 0 ? "FALSE" : "TRUE";
      case "CHAR", "WCHAR" -> Character.toString((char) value);
      case "BYTE", "WORD", "DWORD", "LWORD" ->
          "16#" + Long.toHexString(value).toUpperCase(Locale.ROOT);
      case "ULINT" -> Long.toUnsignedString(value);
      case "TIME", "LTIME" -> duration(value);
      case "DATE", "LDATE" -> "D#" + moment(value).toLocalDate();
      case "TOD", "LTOD" -> "TOD#" + clock(moment(value));
      case "DT", "LDT" -> "DT#" + moment(value).toLocalDate() + "-" + clock(moment(value));
      default -> Long.toString(value);
    };
  }

  private static LocalDateTime moment(long nanos) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(nanos, SECOND), (int) Math.floorMod(nanos, SECOND), ZoneOffset.UTC);
  }

  private static String clock(LocalDateTime moment) {
    return "%02d:%02d:%02d%s"
        .formatted(
            moment.getHour(),
            moment.getMinute(),
            moment.getSecond(),
            moment.getNano() == 0 ? "" : ".%03d".formatted(moment.getNano() / 1_000_000));
  }

  private static String duration(long nanos) {
    Duration length = Duration.ofNanos(Math.abs(nanos));
    StringBuilder text = new StringBuilder(nanos < 0 ? "T#-" : "T#");
    part(text, length.toDaysPart(), "d");
    part(text, length.toHoursPart(), "h");
    part(text, length.toMinutesPart(), "m");
    part(text, length.toSecondsPart(), "s");
    part(text, length.toMillisPart(), "ms");
    part(text, length.toNanosPart() / 1_000 % 1_000, "us");
    part(text, length.toNanosPart() % 1_000, "ns");
    return nanos == 0 ? "T#0s" : text.toString();
  }

  private static void part(StringBuilder text, long count, String unit) {
    if (count != 0) {
      text.append(count).append(unit);
    }
  }

  public static String of(float value) {
    return Float.toString(value);
  }

  public static String of(double value) {
    return Double.toString(value);
  }

  /**
   * The whole number that a text begins with, in decimal or with its base; 0 if it begins with
   * none, which the standard leaves open.
   */
  public static long whole(String text) {
    String plain = text.strip().replace("_", "");
    int mark = plain.indexOf('#');
    try {
      return mark < 0
          ? Long.parseLong(beginning(WHOLE, plain))
          : Long.parseUnsignedLong(
              plain.substring(mark + 1), Integer.parseInt(plain.substring(0, mark)));
    } catch (NumberFormatException _) {
      return plain.equalsIgnoreCase("TRUE") ? 1 : 0;
    }
  }

  /**
   * The number that a text begins with; 0 if it begins with none, which the standard leaves open.
   */
  public static double real(String text) {
    String number = beginning(NUMBER, text.strip().replace("_", ""));
    return number.isEmpty() ? 0 : Double.parseDouble(number);
  }

  private static String beginning(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() ? matcher.group() : "";
  }
}
