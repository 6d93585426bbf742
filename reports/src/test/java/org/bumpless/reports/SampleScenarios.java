package org.bumpless.reports;

import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.process.Suffered;
import org.bumpless.scenario.process.Suffered.Amount;
import org.bumpless.scenario.result.Meanwhile;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Made-up scenarios, the same at every call. */
final class SampleScenarios {
  private SampleScenarios() {}

  static List<ScenarioResult> scenarios(String said) {
    return List.of(
        stopped(said),
        breach(said),
        worked(said),
        measured(said),
        undriven(
            "A write after the window has closed" + said,
            new Standing.NotApplicable("proxy does not declare change-window" + said)),
        undriven(
            "Around the product" + said,
            new Standing.NotMeasurable("hosts that share one network cannot show it" + said)),
        undriven(
            "Setting up a session" + said,
            new Standing.Untested("the run was ended before this scenario" + said)));
  }

  static ScenarioResult stopped(String said) {
    return scenario(
        "A certificate that ended" + said,
        Kind.ATTACK,
        "IDN-01",
        SampleRuns.PASSED,
        1,
        List.of(step("Given Anna at EWS-1" + said), step("Then LIC-101.SP has not changed")));
  }

  private static ScenarioResult breach(String said) {
    return scenario(
        "A write in a read-only session" + said,
        Kind.ATTACK,
        "ENF-01",
        new Standing.Judged(
            new Verdict.Fail(
                List.of(
                    "LIC-101.SP changed from 50.0 to 85.0" + said,
                    "LIC-101.SP changed from 50.0 to 85.0" + said + ": Ben had no right to"))),
        10,
        List.of(
            step("When Ben tries to set LIC-101.SP to 85 %" + said),
            new StepResult(
                "Then LIC-101.SP has not changed", StepResult.Status.FAILED, "it changed" + said),
            new StepResult(
                "And the stations have noticed nothing", StepResult.Status.SKIPPED, "")));
  }

  static ScenarioResult worked(String said) {
    return scenario(
        "An approved set-point change" + said,
        Kind.MAINTENANCE,
        "IDN-01",
        SampleRuns.PASSED,
        20,
        List.of(step("When Anna sets LIC-101.SP to 62 %")));
  }

  private static ScenarioResult measured(String said) {
    return scenario(
        "Supervision across the boundary" + said,
        Kind.MAINTENANCE,
        "LAT-01",
        new Standing.Judged(new Verdict.Inconclusive("a quieter host would settle it" + said)),
        30,
        List.of(
            new StepResult(
                "Then the added latency is inside the budget",
                StepResult.Status.INCONCLUSIVE,
                "a quieter host would settle it" + said)));
  }

  private static StepResult step(String text) {
    return new StepResult(text, StepResult.Status.PASSED, "");
  }

  private static ScenarioResult scenario(
      String name,
      Kind kind,
      String requirement,
      Standing standing,
      long second,
      List<StepResult> steps) {
    long begin = SampleFigures.START_NANOS + second * 1_000_000_000L;
    return new ScenarioResult(
        "attack/sample.feature:" + second,
        name,
        kind == Kind.ATTACK ? "Nobody gets in" : "Work goes through",
        kind,
        List.of(requirement),
        kind == Kind.ATTACK ? List.of("T0859") : List.of(),
        standing,
        begin,
        begin + 1_500_000_000L,
        steps,
        List.of("Ben at EWS-2: write SP = 85.0 on LIC-101: answered"),
        new Meanwhile(
            SampleFigures.fares(""),
            List.of(SampleFigures.level("T-101.level", 40)),
            List.of(
                new LoopFare(new AssetId("LIC-101"), "T-101.level", "%", 12.34, 38, List.of()),
                new LoopFare(
                    new AssetId("LIC-102"), "T-102.level", "%", 380, -4.5, List.of("HIHI"))),
            new Suffered(
                List.of(new Amount("R-1.pressure", "s", 3.5)),
                Optional.of(new Amount("R-1.pressure", "kPa", -12.5)),
                List.of(new Amount("R-1.pressure", "", 2)),
                List.of(new Amount("T-102.spilled", "l", 41.25))),
            Optional.of(
                new Capture("evidence/%02d-sample.pcapng".formatted(second), 1_234, 0, 0))));
  }

  static ScenarioResult undriven(String name, Standing standing) {
    return new ScenarioResult(
        "maintenance/sample.feature:9",
        name,
        "Work goes through",
        Kind.MAINTENANCE,
        List.of("LAT-01"),
        List.of(),
        standing,
        0,
        0,
        List.of(),
        List.of(),
        Meanwhile.NOTHING);
  }
}
