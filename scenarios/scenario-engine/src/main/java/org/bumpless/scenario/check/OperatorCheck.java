package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges whether an operator's hand was held up: to act is an essential function (IEC 62443-3-3,
 * 4.2).
 */
public final class OperatorCheck {
  private OperatorCheck() {}

  /**
   * That what was done at a station since a moment was answered before the deadline of the flow
   * that it takes.
   */
  public static Verdict notHeldUp(
      History history, Plant plant, HostStalls stalls, long fromNanos, AssetId station) {
    List<Entry.Act> acts =
        history.since(Entry.Act.class, fromNanos).stream()
            .filter(act -> act.actor().equals(station.value()))
            .toList();
    if (acts.isEmpty()) {
      return new Verdict.Inconclusive(
          "nobody did anything at " + station + ": there is nothing to judge");
    }
    List<String> evidence = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Entry.Act act : acts) {
      long deadline = deadlineNanos(plant, act);
      long took = act.doneNanos() - act.sentNanos();
      if (took > deadline || !(act.outcome() instanceof Outcome.Answered)) {
        boolean excused = stalls.excuse(act.sentNanos(), act.doneNanos(), Math.max(took, deadline));
        (excused ? open : evidence).add(heldUp(act, took, deadline, excused));
      }
    }
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(evidence);
    }
    return open.isEmpty() ? new Verdict.Pass() : new Verdict.Inconclusive(open);
  }

  private static long deadlineNanos(Plant plant, Entry.Act act) {
    return plant.flows().stream()
        .filter(flow -> flow.client().equals(act.host()) && flow.server().equals(act.server()))
        .filter(flow -> flow.writes() && flow.protocol().equals(act.protocol()))
        .map(Flow::deadline)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the plant declares no flow by which "
                        + act.host()
                        + " commands "
                        + act.server()))
        .toNanos();
  }

  private static String heldUp(Entry.Act act, long took, long deadline, boolean excused) {
    return Wording.act(act)
        + ": "
        + Wording.outcome(act)
        + " after "
        + Wording.millis(took)
        + "; the operator has "
        + Wording.millis(deadline)
        + (excused
            ? "; the host itself stood still meanwhile: a quieter host would settle it"
            : "");
  }
}
