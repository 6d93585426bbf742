package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Value;

/** Dates and times of day put together, and the day of the week (table 36). */
final class DateFunctions {
  private DateFunctions() {}

  /** What a call means; empty if there is no such function. */
  static Optional<Value> call(String name, List<StandardFunctions.Given> given, Spot spot)
      throws Slip {
    return switch (name) {
      case "CONCAT_DATE_TOD" -> Optional.of(joined(given, spot));
      case "CONCAT_DATE" ->
          Optional.of(of(Elementary.DATE, "date", given, spot, "YEAR", "MONTH", "DAY"));
      case "CONCAT_TOD" ->
          Optional.of(
              of(Elementary.TOD, "clock", given, spot, "HOUR", "MINUTE", "SECOND", "MILLISECOND"));
      case "CONCAT_DT" ->
          Optional.of(
              of(
                  Elementary.DT,
                  "dateAndTime",
                  given,
                  spot,
                  "YEAR",
                  "MONTH",
                  "DAY",
                  "HOUR",
                  "MINUTE",
                  "SECOND",
                  "MILLISECOND"));
      case "DAY_OF_WEEK" -> Optional.of(weekday(given, spot));
      default -> Optional.empty();
    };
  }

  private static Value joined(List<StandardFunctions.Given> given, Spot spot) throws Slip {
    List<Value> two = StandardFunctions.named(given, spot, "IN1", "IN2");
    require(two.get(0), Family.DATE, "DATE", spot);
    require(two.get(1), Family.TIME_OF_DAY, "TOD", spot);
    return new Value.Calculation(Operator.ADD, Elementary.DT, two.get(0), two.get(1), spot.line());
  }

  private static Value weekday(List<StandardFunctions.Given> given, Spot spot) throws Slip {
    Value date = StandardFunctions.named(given, spot, "IN").getFirst();
    require(date, Family.DATE, "DATE", spot);
    return StandardFunctions.library(Elementary.INT, "dayOfWeek", List.of(date), spot);
  }

  private static void require(Value value, Family family, String name, Spot spot) throws Slip {
    if (!value.type().is(family)) {
      throw new Slip(spot, "this is " + value.type().name() + " and not " + name, "convert it");
    }
  }

  private static Value of(
      Type type, String method, List<StandardFunctions.Given> given, Spot spot, String... names)
      throws Slip {
    List<Value> numbers = new ArrayList<>();
    for (Value value : StandardFunctions.named(given, spot, names)) {
      if (!value.type().integer()) {
        throw new Slip(spot, "this is " + value.type().name(), "expected whole numbers");
      }
      numbers.add(
          value instanceof Value.Constant
              ? Fitting.into(Elementary.LINT, value, spot)
              : new Value.Conversion(Elementary.LINT, value, false));
    }
    return StandardFunctions.library(type, method, numbers, spot);
  }
}
