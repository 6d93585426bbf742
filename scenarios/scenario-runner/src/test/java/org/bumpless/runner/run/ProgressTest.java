package org.bumpless.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bumpless.features.run.Outcome;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.scenario.result.Meanwhile;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final ManualClock clock = new ManualClock(Instant.EPOCH);

  private Progress progress(boolean rewrites) {
    return new Progress(out, clock, rewrites, Duration.ofSeconds(36));
  }

  private void run(
      Progress progress, String name, Verdict verdict, boolean measuring, int seconds) {
    progress.started(name, measuring);
    clock.advance(Duration.ofSeconds(seconds));
    progress.finished(result(name, verdict), Outcome.NONE);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void inAPipeEachScenarioIsALineWithWhatIsLeft() {
    Progress progress = progress(false);
    progress.planned(4, 1);
    run(progress, "No certificate", new Verdict.Pass(), false, 2);
    run(progress, "Register sweep", new Verdict.Fail(List.of("17 values", "x", "y")), false, 4);

    assertThat(said())
        .isEqualTo(
            """
              1/4  PASS          No certificate  (2 s, about 40 s left)
              2/4  FAIL          Register sweep  (6 s, about 39 s left)
                    17 values
                    and 2 more
            """);
  }

  @Test
  void eachRoundIsCountedFromOne() {
    Progress progress = progress(false);
    progress.planned(1, 0);
    run(progress, "No certificate", new Verdict.Pass(), false, 2);
    progress.planned(1, 0);
    run(progress, "No certificate", new Verdict.Pass(), false, 2);

    assertThat(said()).contains("  1/1  PASS").doesNotContain("2/1");
  }

  @Test
  void inAPipeWhatTakesLongIsAnnounced() {
    Progress progress = progress(false);
    progress.planned(2, 1);
    run(progress, "No certificate", new Verdict.Pass(), false, 2);
    run(progress, "Supervision", new Verdict.Inconclusive("a quieter host"), true, 36);

    assertThat(said())
        .endsWith(
            """
              2/2  now (2 s, about 36 s left)  Supervision: measuring for 36 s
              2/2  INCONCLUSIVE  Supervision  (38 s, about 0 s left)
                    a quieter host
            """);
  }

  @Test
  void onATerminalTheLineOfNowIsWrittenOverAndGoneAtTheEnd() {
    Progress progress = progress(true);
    progress.planned(1, 0);
    run(progress, "A name " + "x".repeat(200), new Verdict.Pass(), false, 2);
    progress.close();

    String said = said();
    assertThat(said).contains("\r\033[K  1/1  now (0 s)  A name").endsWith("\n\r\033[K");
    assertThat(said.substring(said.indexOf("  1/1")).lines().findFirst().orElseThrow())
        .as("no wider than a terminal")
        .hasSizeLessThan(80);
  }

  @Test
  void nothingIsForetoldBeforeAnythingIsKnown() {
    Forecast forecast = new Forecast(Duration.ofSeconds(36));
    forecast.planned(3, 1);
    assertThat(forecast.left()).isEmpty();

    forecast.started(0, true);
    forecast.finished(40_000_000_000L);
    assertThat(forecast.left()).as("measuring tells nothing of the others").isEmpty();

    forecast.started(40_000_000_000L, false);
    forecast.finished(43_000_000_000L);
    assertThat(forecast.left()).contains(Duration.ofSeconds(6));
  }

  private static ScenarioResult result(String name, Verdict verdict) {
    return new ScenarioResult(
        "attack/sample.feature:1",
        name,
        "feature",
        ScenarioResult.Kind.ATTACK,
        List.of(),
        List.of(),
        new Standing.Judged(verdict),
        0,
        0,
        List.of(),
        List.of(),
        Meanwhile.NOTHING);
  }
}
