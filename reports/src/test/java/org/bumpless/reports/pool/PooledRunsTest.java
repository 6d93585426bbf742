package org.bumpless.reports.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.scenario.timing.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledRunsTest {
  private static final String NAME = "added latency p50, SCADA-1 to LIC-101";

  @TempDir private Path folder;

  @Test
  void figuresArePooledOverTheRunsAndScenariosStandAsInEach() throws IOException {
    PooledRuns pooled =
        PooledRuns.read(
            List.of(
                run(1, "PASS", 400),
                run(2, "PASS", 600),
                run(3, "FAIL", 500),
                run(4, "PASS", 550),
                run(5, "PASS", 450),
                run(6, "PASS", 420)));

    assertThat(pooled.verdicts()).containsExactly("PASS", "PASS", "FAIL", "PASS", "PASS", "PASS");
    assertThat(pooled.figures())
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.name()).isEqualTo(NAME);
              assertThat(figure.budgetNanos()).isEqualTo(5_000_000);
              assertThat(figure.pooled()).isEqualTo(new Interval(400_000, 450_000, 600_000, true));
            });
    assertThat(pooled.told())
        .contains(
            NAME + ": 0.45 ms (0.40 to 0.60 ms), budget 5.00 ms; 95 % interval over 6 runs",
            "  A write: 5 PASS, 1 FAIL",
            "verdicts: 5 PASS, 1 FAIL");
  }

  @Test
  void aFigureWithoutAnEndStaysWithoutOne() throws IOException {
    Path run = run(1, "FAIL", 400);
    Path file = run.resolve("report.json");
    Files.writeString(file, Files.readString(file).replace("410000", "null"));
    PooledRuns pooled = PooledRuns.read(List.of(run));
    Path written = folder.resolve("pooled.json");

    pooled.write(written);

    assertThat(Files.readString(written))
        .contains("\"lowNanos\" : 390000", "\"highNanos\" : null", "\"ownInterval\" : false");
    assertThat(pooled.told()).contains("all scenarios stand alike in all runs");
  }

  @Test
  void aRunThatLeftNothingIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    List<Path> folders = new ArrayList<>(List.of(run(1, "PASS", 400), empty));

    assertThatThrownBy(() -> PooledRuns.read(folders))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty: found no report.json there");
  }

  private Path run(int number, String standing, long micros) throws IOException {
    Path run = Files.createDirectory(folder.resolve("run-" + number));
    Files.writeString(
        run.resolve("report.json"),
        """
        {"verdict": "%1$s",
         "scenarios": [{"name": "A write", "standing": "%1$s"}],
         "measurements": [
           {"kind": "timing", "quantity": "session set-up"},
           {"kind": "latency", "flow": "SCADA-1 to LIC-101", "quantiles": [
             {"name": "p50", "budgetNanos": 5000000, "added":
               {"lowNanos": %2$d000, "valueNanos": %3$d000, "highNanos": %4$d000, "claimed": true}}]}]}
        """
            .formatted(standing, micros - 10, micros, micros + 10));
    return run;
  }
}
