package org.bumpless.scenario.check;

import java.util.List;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.verdict.Verdict;

/** Judges how long sessions took to be set up, from dialling to the first answer. */
public final class SetUpCheck {
  private SetUpCheck() {}

  /**
   * That each was set up inside the budget.
   *
   * @param what they are, for people, for example {@code set-ups}
   * @param nanos what each took
   * @param fromNanos since when the host is looked at, to {@code toNanos}
   */
  public static Verdict eachInside(
      String what,
      List<Long> nanos,
      long budgetNanos,
      HostStalls stalls,
      long fromNanos,
      long toNanos) {
    if (nanos.isEmpty()) {
      return new Verdict.Inconclusive("no session was set up: there is nothing to judge");
    }
    long slowest = nanos.stream().mapToLong(Long::longValue).max().orElseThrow();
    if (slowest <= budgetNanos) {
      return new Verdict.Pass();
    }
    String seen =
        "the slowest of %d %s took %s; the budget is %s"
            .formatted(
                nanos.size(), what, LatencyJudge.millis(slowest), LatencyJudge.millis(budgetNanos));
    return stalls.excuse(fromNanos, toNanos, budgetNanos)
        ? new Verdict.Inconclusive(
            seen
                + "; the host itself stood still for "
                + Wording.millis(stalls.longestNanos(fromNanos, toNanos))
                + " meanwhile: a quieter host would settle it")
        : new Verdict.Fail(seen);
  }
}
