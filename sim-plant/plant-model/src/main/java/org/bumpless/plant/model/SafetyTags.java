package org.bumpless.plant.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a safety controller tells of its functions through a data diode, so that a historian can
 * record it: nobody can ask a safety controller for it, and nobody writes these.
 */
public final class SafetyTags {
  private SafetyTags() {}

  /**
   * The tags of a controller's functions, in the order in which it tells them: for each function
   * whether it has tripped, whether it is bypassed, and what each of its sensors shows.
   *
   * @param unitOf engineering unit of a process signal
   */
  public static List<Tag> of(
      AssetId solver, List<SafetyFunction> functions, UnaryOperator<String> unitOf) {
    List<Tag> tags = new ArrayList<>();
    for (SafetyFunction function : functions) {
      if (function.solver().equals(solver)) {
        tags.add(flag(function, "_TRIP", "has tripped and was not reset"));
        tags.add(flag(function, "_BYPASS", "is switched off for maintenance"));
        for (int i = 0; i < function.sensors().size(); i++) {
          tags.add(sensor(function, i, unitOf));
        }
      }
    }
    return List.copyOf(tags);
  }

  private static Tag flag(SafetyFunction function, String ending, String what) {
    return tag(
        new TagId(function.solver(), function.id() + ending),
        function.id() + " " + what,
        TagType.BOOL,
        "",
        new SafetyFunction.Range(0, 1),
        new TagValue.Bool(false));
  }

  private static Tag sensor(SafetyFunction function, int number, UnaryOperator<String> unitOf) {
    String signal = function.sensors().get(number);
    return tag(
        new TagId(function.solver(), function.id() + "_SENSOR" + (number + 1)),
        function.id() + " is shown by " + signal,
        TagType.REAL,
        unitOf.apply(signal),
        function.range(),
        new TagValue.Real(0));
  }

  private static Tag tag(
      TagId id,
      String title,
      TagType type,
      String unit,
      SafetyFunction.Range range,
      TagValue initial) {
    return new Tag(
        id,
        title,
        type,
        unit,
        range.low(),
        range.high(),
        TagAccess.READ_ONLY,
        initial,
        Optional.empty());
  }
}
