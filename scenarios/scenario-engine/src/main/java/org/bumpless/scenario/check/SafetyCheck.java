package org.bumpless.scenario.check;

import java.util.List;
import java.util.OptionalLong;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges whether safety functions do what they are there for; the demand is taken from the truth.
 */
public final class SafetyCheck {
  private SafetyCheck() {}

  /**
   * That a function has tripped once its demand was there, within its process safety time.
   *
   * @param truth what was really so at its sensors, in its order
   */
  public static Verdict trippedInTime(
      History history,
      HostStalls stalls,
      long fromNanos,
      SafetyFunction function,
      List<Series> truth) {
    OptionalLong demand = demand(function, truth);
    if (demand.isEmpty()) {
      return new Verdict.Inconclusive(
          "%s: the process never demanded it: nothing is shown".formatted(function.id()));
    }
    OptionalLong trip = first(history, fromNanos, function, SafetyEvent.Kind.TRIP);
    long allowed = function.processSafetyTime().toNanos();
    if (trip.isEmpty()) {
      return new Verdict.Fail(function.id() + " was demanded and has not tripped");
    }
    long took = Math.max(0, trip.getAsLong() - demand.getAsLong());
    String words =
        "%s tripped %.0f ms after its demand; its process safety time is %.0f ms"
            .formatted(function.id(), took / 1e6, allowed / 1e6);
    if (took <= allowed) {
      return new Verdict.Pass();
    }
    return stalls.excuse(demand.getAsLong(), trip.getAsLong(), took - allowed)
        ? new Verdict.Inconclusive(words)
        : new Verdict.Fail(words);
  }

  /** That a function has not tripped. */
  public static Verdict notTripped(History history, long fromNanos, SafetyFunction function) {
    return first(history, fromNanos, function, SafetyEvent.Kind.TRIP).isPresent()
        ? new Verdict.Fail(function.id() + " has tripped: " + function.title())
        : new Verdict.Pass();
  }

  /** That somebody tried to change the program of a function and nothing came of it. */
  public static Verdict unchanged(History history, long fromNanos, SafetyFunction function) {
    if (first(history, fromNanos, function, SafetyEvent.Kind.CHANGED).isPresent()) {
      return new Verdict.Fail("the limit of " + function.id() + " was changed");
    }
    return first(history, fromNanos, function, SafetyEvent.Kind.REFUSED).isPresent()
        ? new Verdict.Pass()
        : new Verdict.Inconclusive(
            "nobody tried to change " + function.id() + ": there is nothing to judge");
  }

  /** When enough of its sensors were really beyond its limit for the first time. */
  private static OptionalLong demand(SafetyFunction function, List<Series> truth) {
    int samples = truth.stream().mapToInt(series -> series.points().size()).min().orElse(0);
    for (int i = 0; i < samples; i++) {
      int at = i;
      List<Point> now = truth.stream().map(series -> series.points().get(at)).toList();
      int demanding = (int) now.stream().filter(p -> function.trip().demandedAt(p.value())).count();
      if (function.voting().trips(demanding, 0)) {
        return OptionalLong.of(now.getFirst().nanos());
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong first(
      History history, long fromNanos, SafetyFunction function, SafetyEvent.Kind kind) {
    return history.since(Entry.Safety.class, fromNanos).stream()
        .map(Entry.Safety::event)
        .filter(e -> e.subject().equals(function.id()) && e.kind() == kind)
        .mapToLong(SafetyEvent::nanos)
        .findFirst();
  }
}
