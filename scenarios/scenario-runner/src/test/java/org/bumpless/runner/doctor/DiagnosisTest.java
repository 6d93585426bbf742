package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.runner.doctor.Tools.Tool;
import org.bumpless.scenario.timing.Adjudication;
import org.bumpless.scenario.timing.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {
  private static final long MILLI = 1_000_000;

  private static final Timetable.Spent SPENT =
      new Timetable.Spent(Duration.ofSeconds(9), Duration.ofSeconds(16));

  @TempDir private Path folder;

  @Test
  void theFirstLineIsTheAnswer() {
    assertThat(diagnosis(row(1, 1), row(2, 3)).told().getFirst())
        .isEqualTo("This host can judge all 2 budgets of the plant.");
    assertThat(diagnosis(row(1, 1), row(8, 12), row(14, 15)).told().getFirst())
        .isEqualTo(
            "This host can judge 1 of 3 budgets of the plant; 1 with more samples, 1 not at all.");
  }

  @Test
  void eachBudgetHasARowThatEndsWithTheAnswer() {
    List<String> told = diagnosis(row(1, 1), row(8, 12), row(14, 15)).told();

    assertThat(told).filteredOn(line -> line.contains("p99.9") && line.endsWith(" can")).hasSize(1);
    assertThat(told).filteredOn(line -> line.endsWith(" only with more samples")).hasSize(1);
    assertThat(told).filteredOn(line -> line.endsWith(" cannot")).hasSize(1);
    assertThat(told).contains("  seven seconds more would do");
  }

  @Test
  void onlyAllBudgetsAreAll() {
    assertThat(diagnosis(row(1, 1)).all()).isTrue();
    assertThat(diagnosis(row(1, 1), row(14, 15)).all()).isFalse();
  }

  @Test
  void whatIsMissingComesWithTheLineThatInstallsIt() {
    Diagnosis diagnosis =
        new Diagnosis(
            "a flow",
            List.of(row(1, 1)),
            "",
            List.of(new Fact("scheduler", "SCHED_OTHER")),
            List.of(
                new Tool("ip", "iproute2", true),
                new Tool("nmap", "nmap", false),
                new Tool("unshare", "util-linux", true),
                new Tool("setpriv", "util-linux", true)),
            SPENT);

    assertThat(diagnosis.told())
        .contains(
            "  scheduler          SCHED_OTHER",
            "  Missing for a plant network of its own: ip, unshare, setpriv",
            "  Missing for some shipped products or tests: nmap",
            "  To install them: sudo apt-get install -y --no-install-recommends iproute2 nmap util-linux");
  }

  @Test
  void aProgramIsThereIfOneOfTheFoldersHoldsIt() throws IOException {
    Path nmap = Files.createFile(folder.resolve("nmap"));
    assertThat(new Tools(List.of(folder)).missing()).extracting(Tool::name).contains("nmap", "ip");

    assertThat(nmap.toFile().setExecutable(true)).isTrue();
    assertThat(new Tools(List.of(folder.resolve("none"), folder)).missing())
        .extracting(Tool::name)
        .doesNotContain("nmap")
        .contains("ip");
  }

  private static Diagnosis diagnosis(Adjudication... rows) {
    return new Diagnosis(
        "a flow", List.of(rows), "seven seconds more would do", List.of(), List.of(), SPENT);
  }

  /** Of a budget of 40 ms, of which the host may take 10 ms. */
  private static Adjudication row(long low, long high) {
    return new Adjudication(
        "p99.9",
        40 * MILLI,
        new Interval(low * MILLI, low * MILLI, high * MILLI, true),
        0,
        Optional.empty());
  }
}
