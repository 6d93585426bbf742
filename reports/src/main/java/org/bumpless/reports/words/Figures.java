package org.bumpless.reports.words;

import java.time.Duration;
import java.util.Locale;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Samples;

/** Figures as people read them: three digits that mean something, and a unit. */
public final class Figures {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Two places of milliseconds would hide what is shorter. */
  private static final double MICROS_BELOW_MILLIS = 0.1;

  private Figures() {}

  /**
   * A length of time, for example {@code 34.0 us}, {@code 0.34 ms}, {@code 12.3 ms}, {@code 6.00
   * s}.
   */
  public static String time(long nanos) {
    if (nanos == Samples.LOST) {
      return "no answer";
    }
    if (nanos == -Samples.LOST) {
      return "no bound";
    }
    double millis = nanos / NANOS_PER_MILLI;
    double size = Math.abs(millis);
    if (size >= 1000) {
      return text(millis / 1000, size >= 100_000 ? 0 : size >= 10_000 ? 1 : 2) + " s";
    }
    if (size < MICROS_BELOW_MILLIS && nanos != 0) {
      return text(millis * 1000, 1) + " us";
    }
    return text(millis, size >= 100 ? 0 : size >= 10 ? 1 : 2) + " ms";
  }

  /** A 95 % interval, for example {@code 0.30 to 0.41 ms}. */
  public static String interval(Interval interval) {
    return range(interval.low(), interval.high());
  }

  /** From one time to another; the unit once where both have it. */
  public static String range(long low, long high) {
    String from = time(low);
    String to = time(high);
    String unit = to.substring(to.lastIndexOf(' '));
    boolean same =
        from.endsWith(unit) && (unit.equals(" us") || unit.equals(" ms") || unit.equals(" s"));
    return (same ? from.substring(0, from.length() - unit.length()) : from) + " to " + to;
  }

  /** A duration in words of a clock, for example {@code 1 min 21 s}. */
  public static String length(Duration length) {
    long seconds = Math.round(length.toMillis() / 1000.0);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** A number with groups of three, for example {@code 12 345}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** One thing or many, for example {@code 1 attack}, {@code 3 attacks}. */
  public static String many(long number, String one, String several) {
    return count(number) + " " + (number == 1 ? one : several);
  }

  /** A quantity with its unit, for example {@code 12.3 %}. */
  public static String amount(double value, String unit) {
    return (text(value, Math.abs(value) >= 100 ? 0 : 1) + " " + unit).strip();
  }

  private static String text(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }
}
