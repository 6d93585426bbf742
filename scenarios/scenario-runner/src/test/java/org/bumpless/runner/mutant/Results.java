package org.bumpless.runner.mutant;

import java.util.List;
import org.bumpless.scenario.result.Meanwhile;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Results of scenarios as a run would have brought them. */
final class Results {
  private Results() {}

  static ScenarioResult passed(String id, String... requirements) {
    return judged(id, new Verdict.Pass(), requirements);
  }

  static ScenarioResult failed(String id, String... requirements) {
    return judged(id, new Verdict.Fail(List.of("seen in " + id, "and more")), requirements);
  }

  static ScenarioResult inconclusive(String id, String... requirements) {
    return judged(id, new Verdict.Inconclusive("noise in " + id), requirements);
  }

  static ScenarioResult notApplicable(String id, String... requirements) {
    return result(id, new Standing.NotApplicable("not declared"), requirements);
  }

  private static ScenarioResult judged(String id, Verdict verdict, String... requirements) {
    return result(id, new Standing.Judged(verdict), requirements);
  }

  private static ScenarioResult result(String id, Standing standing, String... requirements) {
    return new ScenarioResult(
        id,
        "scenario " + id,
        "feature",
        ScenarioResult.Kind.ATTACK,
        List.of(requirements),
        List.of(),
        standing,
        0,
        0,
        List.of(),
        List.of(),
        Meanwhile.NOTHING);
  }
}
