package org.bumpless.scenario.check;

import java.util.List;
import java.util.Optional;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges how the stations fared: the operator's view is an essential function (IEC 62443-3-3, 4.2).
 */
public final class StationCheck {
  /** So many polls missed in a row are a loss of view. */
  private static final int LOSS_OF_VIEW = 3;

  private StationCheck() {}

  /** That no poll was lost and no view was lost. */
  public static Verdict noticedNothing(List<Fare> fares) {
    Optional<Verdict> nothingPlanned = vacuous(fares);
    if (nothingPlanned.isPresent()) {
      return nothingPlanned.get();
    }
    List<String> evidence =
        fares.stream()
            .filter(f -> f.lost() > 0 || f.longestMiss() >= LOSS_OF_VIEW)
            .map(StationCheck::describe)
            .toList();
    return evidence.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(evidence);
  }

  /**
   * That every poll was answered inside its deadline.
   *
   * @param stallNanos longest time for which the host itself stood still meanwhile
   * @param deadlineNanos deadline of the polls
   */
  public static Verdict everyPollInTime(List<Fare> fares, long stallNanos, long deadlineNanos) {
    Optional<Verdict> nothingPlanned = vacuous(fares);
    if (nothingPlanned.isPresent()) {
      return nothingPlanned.get();
    }
    List<String> missed =
        fares.stream().filter(f -> f.missed() > 0).map(StationCheck::describe).toList();
    if (missed.isEmpty()) {
      return new Verdict.Pass();
    }
    boolean onlyLate = fares.stream().allMatch(f -> f.lost() == 0);
    if (onlyLate && stallNanos > deadlineNanos / 4) {
      return new Verdict.Inconclusive(
          "polls were late while the host itself stood still for "
              + stallNanos / 1_000_000
              + " ms: a quieter host would settle it");
    }
    return new Verdict.Fail(missed);
  }

  private static Optional<Verdict> vacuous(List<Fare> fares) {
    boolean nothing = fares.isEmpty() || fares.stream().anyMatch(f -> f.planned() == 0);
    return nothing
        ? Optional.of(
            new Verdict.Inconclusive("a station planned no poll meanwhile: nothing to judge"))
        : Optional.empty();
  }

  private static String describe(Fare fare) {
    return "%s of %s: %d of %d polls missed, %d of them lost, %d in a row; first: %s"
        .formatted(
            fare.flow(),
            fare.station(),
            fare.missed(),
            fare.planned(),
            fare.lost(),
            fare.longestMiss(),
            fare.why());
  }
}
