package org.bumpless.scenario.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/**
 * One of the three things that a run tells of a product.
 *
 * @param standing untested if nothing of it was judged
 * @param judged how many scenarios or figures were judged
 * @param passed how many of them passed
 * @param failed how many of them failed
 */
public record Aspect(Kind kind, Standing standing, int judged, int passed, int failed) {

  /** The three things. */
  public enum Kind {
    /** Attacks are stopped. */
    ENFORCEMENT,
    /** Legitimate work goes through. */
    HARMLESSNESS,
    /** Times stay inside their budgets. */
    DETERMINISM
  }

  /** How many were judged inconclusive. */
  public int open() {
    return judged - passed - failed;
  }

  /** All three, in their order. */
  public static List<Aspect> of(RunResult result) {
    return Arrays.stream(Kind.values()).map(kind -> of(kind, verdicts(kind, result))).toList();
  }

  private static Aspect of(Kind kind, List<Verdict> verdicts) {
    Standing standing =
        verdicts.isEmpty()
            ? new Standing.Untested("nothing of it was judged in this run")
            : new Standing.Judged(RollUp.of(verdicts, "nothing was judged"));
    return new Aspect(
        kind,
        standing,
        verdicts.size(),
        count(verdicts, Verdict.Pass.class),
        count(verdicts, Verdict.Fail.class));
  }

  private static int count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
    return (int) verdicts.stream().filter(kind::isInstance).count();
  }

  private static List<Verdict> verdicts(Kind kind, RunResult result) {
    return switch (kind) {
      case ENFORCEMENT ->
          Certification.judged(
              result.scenarios().stream()
                  .filter(s -> s.kind() == ScenarioResult.Kind.ATTACK)
                  .toList());
      case HARMLESSNESS ->
          Certification.judged(
              result.scenarios().stream()
                  .filter(s -> s.kind() != ScenarioResult.Kind.ATTACK && !timing(s))
                  .toList());
      case DETERMINISM -> {
        List<Verdict> all =
            new ArrayList<>(
                Certification.judged(result.scenarios().stream().filter(Aspect::timing).toList()));
        result.timings().stream()
            .filter(t -> result.scenarios().stream().noneMatch(s -> timing(s, t)))
            .map(TimingFigure::verdict)
            .forEach(all::add);
        yield all;
      }
    };
  }

  /** Whether a scenario is about time alone: its requirements are of that family. */
  private static boolean timing(ScenarioResult scenario) {
    return !scenario.requirements().isEmpty()
        && scenario.requirements().stream().allMatch(r -> r.startsWith("LAT-"));
  }

  /** Whether a figure is counted with its scenario already. */
  private static boolean timing(ScenarioResult scenario, TimingFigure figure) {
    return timing(scenario) && scenario.name().equals(figure.scenario());
  }
}
