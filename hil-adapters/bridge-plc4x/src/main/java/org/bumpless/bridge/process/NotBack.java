package org.bumpless.bridge.process;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bumpless.bridge.core.Plan;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.TagId;

/**
 * What a person has to do at a real controller whose recorded values the bench could not bring
 * back.
 */
final class NotBack {
  private NotBack() {}

  /** The sentence for what the log of writes leaves open; empty if all is as recorded. */
  static Optional<String> told(Plan plan) {
    Map<TagId, Double> open;
    try {
      open = FileJournal.open(plan.journal());
    } catch (IOException e) {
      return Optional.of(
          "%s does NOT have back all values that were recorded before the run. Look at the controller: the values stand in %s, which could not be read (%s)"
              .formatted(plan.controller(), plan.journal(), e));
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(told(plan, open));
  }

  /**
   * @param open tag to recorded value, in the tag's unit
   */
  static String told(Plan plan, Map<TagId, Double> open) {
    String orders =
        open.entrySet().stream()
            .map(
                e ->
                    "set %s to %s"
                        .formatted(e.getKey(), place(plan.point(e.getKey()), e.getValue())))
            .collect(Collectors.joining(", "));
    return "%s does NOT have back the values that were recorded before the run. By hand, at the controller: %s. Nothing else will do it; every write of the bench stands in %s"
        .formatted(plan.controller(), orders, plan.journal());
  }

  /** A value, and what that is at the place where the controller keeps it. */
  private static String place(Point point, double value) {
    double raw = (value - point.offset()) / point.scale();
    String there = point.address().orElse("?");
    return raw == value
        ? "%s (%s)".formatted(value, there)
        : "%s (%s at %s)".formatted(value, raw, there);
  }
}
