package org.bumpless.runner.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Holds what scenarios said of a mutant against what they said of the control. */
final class Comparison {
  private final Map<String, Standing> control;

  /**
   * @param control the results of all scenarios that were driven with the control
   */
  Comparison(List<ScenarioResult> control) {
    this.control =
        control.stream().collect(Collectors.toMap(ScenarioResult::id, ScenarioResult::standing));
  }

  /**
   * What became of a mutant.
   *
   * @param breaks ids of the requirements that it says it breaks: where a scenario of theirs is
   *     inconclusive, nobody can say that the mutant survived
   */
  Fate fate(Set<String> breaks, List<ScenarioResult> results) {
    List<Fate.Catch> catches = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    int judged = 0;
    for (ScenarioResult result : results) {
      if (result.standing() instanceof Standing.Judged(var verdict)) {
        judged++;
        switch (verdict) {
          case Verdict.Pass() -> {}
          case Verdict.Fail(var evidence) -> {
            if (passedWithControl(result)) {
              catches.add(caught(result, evidence.getFirst()));
            } else {
              doubts.add(doubt(result, "failed", "the control did not pass it either", evidence));
            }
          }
          case Verdict.Inconclusive(var why) -> {
            if (result.requirements().stream().anyMatch(breaks::contains)) {
              doubts.add(doubt(result, "was inconclusive", "it may show the fault", why));
            }
          }
        }
      }
    }
    if (!catches.isEmpty()) {
      return new Fate.Caught(catches);
    }
    return doubts.isEmpty() ? new Fate.Survived(judged) : new Fate.Open(doubts);
  }

  /** Whether a scenario has caught a mutant. */
  boolean catches(ScenarioResult result) {
    return result.standing() instanceof Standing.Judged(Verdict.Fail(var _))
        && passedWithControl(result);
  }

  private boolean passedWithControl(ScenarioResult result) {
    return control.get(result.id()) instanceof Standing.Judged(Verdict.Pass());
  }

  private static Fate.Catch caught(ScenarioResult result, String evidence) {
    return new Fate.Catch(result.id(), result.name(), result.requirements(), evidence);
  }

  private static String doubt(
      ScenarioResult result, String how, String meaning, List<String> reasons) {
    return "\"%s\" %s, and %s: %s".formatted(result.name(), how, meaning, reasons.getFirst());
  }
}
