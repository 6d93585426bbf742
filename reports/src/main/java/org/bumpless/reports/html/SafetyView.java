package org.bumpless.reports.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyFunction.FinalElement;
import org.bumpless.scenario.result.RunResult;

/**
 * The cause-and-effect matrix of the plant's safety systems (ISA-84, ISO 10418): a row for each
 * function, a column for each final element.
 *
 * @param elements signals of the final elements, in the plant file's order
 */
record SafetyView(List<String> elements, List<Row> rows) {

  boolean some() {
    return !rows.isEmpty();
  }

  /**
   * One function.
   *
   * @param cells for each element to what it is sent; empty if the function does not move it
   */
  record Row(
      String id,
      String title,
      String solver,
      String sensors,
      String voting,
      String trip,
      String delay,
      String safetyTime,
      List<String> cells) {}

  static SafetyView of(RunResult result) {
    Plant plant = result.plant();
    List<String> elements =
        plant.safetyFunctions().stream()
            .flatMap(f -> f.finalElements().stream())
            .map(FinalElement::signal)
            .distinct()
            .toList();
    return new SafetyView(
        elements, plant.safetyFunctions().stream().map(f -> row(f, elements)).toList());
  }

  private static Row row(SafetyFunction function, List<String> elements) {
    return new Row(
        function.id(),
        function.title(),
        function.solver().value(),
        String.join(", ", function.sensors()),
        function.voting().label(),
        "%s %s"
            .formatted(
                function.trip().side().name().toLowerCase(Locale.ROOT),
                number(function.trip().limit())),
        function.delay().toMillis() + " ms",
        function.processSafetyTime().toMillis() + " ms",
        elements.stream().map(element -> cell(function, element)).toList());
  }

  private static String cell(SafetyFunction function, String signal) {
    Optional<FinalElement> moved =
        function.finalElements().stream().filter(e -> e.signal().equals(signal)).findFirst();
    return moved.map(e -> number(e.normal()) + " → " + number(e.safe())).orElse("");
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
