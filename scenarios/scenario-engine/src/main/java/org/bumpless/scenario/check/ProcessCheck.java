package org.bumpless.scenario.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.verdict.Verdict;

/** Judges what became of the process, by its truth and not by what anybody was shown. */
public final class ProcessCheck {
  private ProcessCheck() {}

  /** That a signal never went below a value. */
  public static Verdict stayedAbove(Series series, double low) {
    return stayed(series, low, Double.POSITIVE_INFINITY);
  }

  /** That a signal never went above a value. */
  public static Verdict stayedBelow(Series series, double high) {
    return stayed(series, Double.NEGATIVE_INFINITY, high);
  }

  /** That the operator was not flooded: no more alarms than one has the eyes for. */
  public static Verdict fewAlarms(List<LoopFare> loops, int most) {
    if (loops.isEmpty()) {
      return new Verdict.Inconclusive("no loop was recorded: nothing is shown");
    }
    List<String> alarms =
        loops.stream()
            .flatMap(loop -> loop.alarms().stream().map(alarm -> loop.controller() + "." + alarm))
            .toList();
    return alarms.size() <= most
        ? new Verdict.Pass()
        : new Verdict.Fail(
            "%d alarms came up, %d at most were to: %s"
                .formatted(alarms.size(), most, String.join(", ", alarms)));
  }

  private static Verdict stayed(Series series, double low, double high) {
    if (series.points().isEmpty()) {
      return new Verdict.Inconclusive(series.signal() + " was not recorded: nothing is shown");
    }
    Optional<Point> beyond =
        series.points().stream().filter(p -> !(p.value() >= low && p.value() <= high)).findFirst();
    return beyond
        .<Verdict>map(
            p ->
                new Verdict.Fail(
                    String.format(
                        Locale.ROOT,
                        "%s was %.6g %s; it was to stay %s %.6g",
                        series.signal(),
                        p.value(),
                        series.unit(),
                        p.value() > high ? "below" : "above",
                        p.value() > high ? high : low)))
        .orElseGet(Verdict.Pass::new);
  }
}
