package org.bumpless.plc.st.run;

import java.time.LocalDate;

/**
 * Dates and times of day out of their numbers (table 36). A number that is too large goes on into
 * the next larger one, as the fifth of a month goes on after its thirty-second day.
 */
public final class Dates {
  private static final long MILLISECOND = 1_000_000L;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final long DAY = 86_400 * SECOND;

  /** The first of January 1970 was a Thursday; Sunday is 0. */
  private static final long FIRST_DAY = 4;

  private Dates() {}

  public static long date(long year, long month, long day) {
    int its = Math.clamp(year, -9_999, 9_999);
    return LocalDate.of(its, 1, 1)
            .plusMonths(Math.clamp(month, -1_000, 1_000) - 1)
            .plusDays(Math.clamp(day, -100_000, 100_000) - 1)
            .toEpochDay()
        * DAY;
  }

  public static long clock(long hour, long minute, long second, long millisecond) {
    return Math.floorMod(
        ((hour * 60 + minute) * 60 + second) * SECOND + millisecond * MILLISECOND, DAY);
  }

  public static long dateAndTime(
      long year, long month, long day, long hour, long minute, long second, long millisecond) {
    return date(year, month, day) + clock(hour, minute, second, millisecond);
  }

  /** Sunday is 0. */
  public static int dayOfWeek(long date) {
    return (int) Math.floorMod(Math.floorDiv(date, DAY) + FIRST_DAY, 7L);
  }
}
