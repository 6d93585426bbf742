package org.bumpless.scenario.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges how the stations fared: the operator's view is an essential function (IEC 62443-3-3, 4.2).
 * What was missed while the host itself stood still is INCONCLUSIVE, and so is what only came late
 * while it had no processor to spare.
 */
public final class StationCheck {
  /** So many polls missed in a row are a loss of view. */
  private static final int LOSS_OF_VIEW = 3;

  private StationCheck() {}

  /** That no poll was lost and no view was lost. */
  public static Verdict noticedNothing(List<Fare> fares) {
    return judge(
        fares, f -> f.lost() > 0 || f.longestMiss() >= LOSS_OF_VIEW, StationCheck::lostUnexcused);
  }

  /**
   * That no poll and no view was lost that the host does not excuse: for a time in which no
   * scenario claims anything of the stations. What is excused leaves no claim open there.
   */
  public static Verdict lostNothingUnexcused(List<Fare> fares) {
    return judge(fares, f -> false, StationCheck::lostUnexcused);
  }

  /** That every poll was answered inside its deadline. */
  public static Verdict everyPollInTime(List<Fare> fares) {
    return judge(fares, f -> f.missed() > 0, f -> f.blamed().missed() > 0);
  }

  /**
   * That what was broken on purpose works again.
   *
   * @param lacking what does not, at the end of the time for it
   * @param stoodStill whether the host itself stood still meanwhile
   */
  public static Verdict again(Optional<String> lacking, boolean stoodStill) {
    if (lacking.isEmpty()) {
      return new Verdict.Pass();
    }
    return stoodStill
        ? new Verdict.Inconclusive(
            lacking.get()
                + "; the host itself stood still meanwhile: a quieter host would settle it")
        : new Verdict.Fail(lacking.get());
  }

  private static boolean lostUnexcused(Fare fare) {
    return fare.blamed().lost() > 0 || fare.blamed().longest() >= LOSS_OF_VIEW;
  }

  private static Verdict judge(List<Fare> fares, Predicate<Fare> seen, Predicate<Fare> blamed) {
    if (fares.isEmpty() || fares.stream().anyMatch(f -> f.planned() == 0)) {
      return new Verdict.Inconclusive("a station planned no poll meanwhile: nothing to judge");
    }
    List<String> evidence = fares.stream().filter(blamed).map(StationCheck::describe).toList();
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(evidence);
    }
    List<String> open =
        fares.stream()
            .filter(seen)
            .map(
                f ->
                    describe(f)
                        + "; the host itself stood still or was busy meanwhile: a quieter host would settle it")
            .toList();
    return open.isEmpty() ? new Verdict.Pass() : new Verdict.Inconclusive(open);
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
