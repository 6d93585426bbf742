package org.bumpless.runner.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bumpless.reports.sweep.Extent;
import org.bumpless.reports.sweep.SweepPoint;

/**
 * One function under one disturbance: the largest delay, jitter and loss that it bears, with the
 * trials of the delay.
 *
 * @param curve by delay
 */
record Trials(Extent delay, Extent jitter, Extent loss, List<SweepPoint> curve) {
  Trials {
    curve = List.copyOf(curve);
  }

  /** Searches all three. */
  static Trials of(Function<Passage, Outcome> trial, Duration mostDelay) {
    List<SweepPoint> curve = new ArrayList<>();
    Extent delay = delay(trial, mostDelay, curve);
    Search again = Search.delay(Math.max(1e6, mostDelay.toNanos() / 2.0));
    Extent jitter = again.largest(nanos -> trial.apply(Passage.jitter(nanos)).kept());
    Extent loss = Search.loss().largest(share -> trial.apply(Passage.loss(share)).kept());
    return new Trials(delay, jitter, loss, curve);
  }

  /** Searches the delay only. */
  static Extent delay(
      Function<Passage, Outcome> trial, Duration mostDelay, List<SweepPoint> curve) {
    List<SweepPoint> points = new ArrayList<>();
    points.add(point(0, trial.apply(Passage.FREE)));
    Extent extent =
        points.getFirst().kept()
            ? Search.delay((double) mostDelay.toNanos())
                .largest(
                    nanos -> {
                      Outcome outcome = trial.apply(Passage.delay(nanos));
                      points.add(point(Math.round(nanos), outcome));
                      return outcome.kept();
                    })
            : Extent.NONE;
    points.sort(Comparator.comparingLong(SweepPoint::delayNanos));
    curve.addAll(points);
    return extent;
  }

  private static SweepPoint point(long nanos, Outcome outcome) {
    return new SweepPoint(
        nanos, outcome.use(), outcome.kept(), outcome.kept() ? "" : outcome.why());
  }

  /** The disturbance that leaves the least time, among those that somebody can save. */
  static Optional<Push> worst(
      List<Push> pushes, Function<Push, Function<Passage, Outcome>> trial, Duration mostDelay) {
    Push worst = null;
    double least = Double.POSITIVE_INFINITY;
    for (Push push : pushes) {
      Function<Passage, Outcome> its = trial.apply(push);
      if (its.apply(Passage.CUT).kept() || !its.apply(Passage.FREE).kept()) {
        continue;
      }
      Extent bound = delay(its, mostDelay, new ArrayList<>());
      double borne = bound.open() ? Double.MAX_VALUE : bound.largest();
      if (borne < least) {
        least = borne;
        worst = push;
      }
    }
    return Optional.ofNullable(worst);
  }
}
