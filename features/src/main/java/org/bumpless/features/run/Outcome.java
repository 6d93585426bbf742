package org.bumpless.features.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** What a set of features brought. */
public record Outcome(List<ScenarioResult> scenarios, Measured measured) {
  /** What a bench brings that has not driven anything. */
  public static final Outcome NONE = new Outcome(List.of(), Measured.NOTHING);

  public Outcome {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * This and a later round of the same together: of each scenario, and of each thing that was
   * measured, the worse; of two that are alike the later.
   */
  public Outcome worst(Outcome later) {
    return new Outcome(
        worst(scenarios, later.scenarios, ScenarioResult::id, s -> rank(s.standing())),
        worst(measured, later.measured));
  }

  private static Measured worst(Measured earlier, Measured later) {
    return new Measured(
        worst(
            earlier.latencies(),
            later.latencies(),
            LatencyFinding::flow,
            latency -> rank(latency.verdict())),
        worst(
            earlier.timings(),
            later.timings(),
            timing -> timing.quantity() + ", " + timing.scenario(),
            timing -> rank(timing.verdict())),
        worst(earlier.loads(), later.loads(), LoadFinding::flow, load -> rank(load.verdict())));
  }

  private static <T> List<T> worst(
      List<T> earlier, List<T> later, Function<T, String> name, ToIntFunction<T> rank) {
    Map<String, T> all = new LinkedHashMap<>();
    Stream.concat(earlier.stream(), later.stream())
        .forEach(
            one ->
                all.merge(
                    name.apply(one),
                    one,
                    (then, now) -> rank.applyAsInt(now) >= rank.applyAsInt(then) ? now : then));
    return List.copyOf(all.values());
  }

  private static int rank(Standing standing) {
    return switch (standing) {
      case Standing.Judged(Verdict verdict) -> rank(verdict);
      case Standing.NotApplicable(var _), Standing.NotMeasurable(var _), Standing.Untested(var _) ->
          0;
    };
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass() -> 1;
      case Verdict.Inconclusive(var _) -> 2;
      case Verdict.Fail(var _) -> 3;
    };
  }
}
