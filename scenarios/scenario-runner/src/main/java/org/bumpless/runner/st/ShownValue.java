package org.bumpless.runner.st;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;

/** A variable's value as a person reads it, times and dates as a program writes them. */
final class ShownValue {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;

  private ShownValue() {}

  static String text(Optional<Type> type, Object value) {
    if (value instanceof Float || value instanceof Double) {
      return String.format(Locale.ROOT, "%.4g", ((Number) value).doubleValue());
    }
    return value instanceof Long whole && type.isPresent()
        ? whole(type.get().base(), whole)
        : value.toString();
  }

  private static String whole(Type type, long value) {
    if (type.is(Family.DURATION)) {
      return "T#" + BigDecimal.valueOf(value, 9).stripTrailingZeros().toPlainString() + "s";
    }
    if (type.is(Family.DATE)) {
      return "D#" + LocalDate.ofEpochDay(Math.floorDiv(value, DAY));
    }
    if (type.is(Family.TIME_OF_DAY)) {
      return "TOD#" + LocalTime.ofNanoOfDay(Math.floorMod(value, DAY));
    }
    if (type.is(Family.DATE_AND_TIME)) {
      long seconds = Math.floorDiv(value, SECOND);
      int nanos = (int) Math.floorMod(value, SECOND);
      return "DT#" + LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
    }
    boolean unsigned = type == Elementary.ULINT || type == Elementary.LWORD;
    return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
  }
}
