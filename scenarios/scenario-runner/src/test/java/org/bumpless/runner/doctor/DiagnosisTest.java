package org.bumpless.runner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bumpless.runner.doctor.Tools.Tool;
import org.bumpless.scenario.timing.Adjudication;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.LatencyPlan;
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
  void eachBudgetHasARowThatEndsWithTheAnswerAndANoteOnIt() {
    List<String> told = diagnosis(row(1, 1), row(8, 12), row(14, 15), row(14, 16)).told();

    assertThat(told).filteredOn(line -> line.contains("p99.9") && line.endsWith(" can")).hasSize(1);
    assertThat(told).filteredOn(line -> line.endsWith(" only with more samples [1]")).hasSize(1);
    assertThat(told).filteredOn(line -> line.endsWith(" cannot [2]")).hasSize(2);
    assertThat(told)
        .containsOnlyOnce(
            "  [1] seven seconds more would do",
            "  [2] without a product it is 14.000 ms at least, more than a quarter of the budget");
  }

  @Test
  void conduitsOfDifferentBudgetsStandAboveTheirRows() {
    String many = String.join(", ", Collections.nCopies(20, "site-to-cell"));
    Diagnosis diagnosis =
        new Diagnosis(
            "a flow",
            List.of(
                new BudgetRows.Group(many, List.of(row(1, 1))),
                new BudgetRows.Group("service-to-cell", List.of(row(14, 15)))),
            List.of(new Fact("scheduler", "word ".repeat(60))),
            List.of(),
            List.of(),
            SPENT);

    assertThat(diagnosis.told())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Paragraph.WIDTH))
        .containsSubsequence(
            "  in service-to-cell",
            "  p99.9                   40.000 ms    14.000 ms  14.000 ms and 15.000 ms       cannot [1]");
  }

  @Test
  void moreSamplesAreSecondsForEachArmAtLeast() {
    assertThat(BudgetRows.atLeast(0.999, plan(2)))
        .isEqualTo(
            "at least 5 s for each arm: it is claimed with 2,995 samples at 625 a second; here it had 2.0 s");
    assertThat(BudgetRows.atLeast(0.999, plan(6)))
        .startsWith("at least 7 s for each arm: with the 6.0 s here");
  }

  private static LatencyPlan plan(int seconds) {
    return new LatencyPlan(Duration.ofSeconds(seconds), Duration.ofSeconds(1), 625);
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
            List.of(new BudgetRows.Group("", List.of(row(1, 1)))),
            List.of(new Fact("scheduler", "SCHED_OTHER")),
            List.of(
                new Tool("ip", "iproute2", true),
                new Tool("nmap", "nmap", false),
                new Tool("unshare", "util-linux", true),
                new Tool("setpriv", "util-linux", true)),
            List.of(new Installer.Line("To install them: ", "apt-get install -y nmap", true)),
            SPENT);

    assertThat(diagnosis.told())
        .contains(
            "  scheduler          SCHED_OTHER",
            "  Missing for a plant network of its own: ip, unshare, setpriv",
            "  Missing for some shipped products or tests: nmap",
            "  To install them: apt-get install -y nmap");
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

  private static Diagnosis diagnosis(BudgetRows.Row... rows) {
    return new Diagnosis(
        "a flow",
        List.of(new BudgetRows.Group("", List.of(rows))),
        List.of(),
        List.of(),
        List.of(),
        SPENT);
  }

  /** Of a budget of 40 ms, of which the host may take 10 ms. */
  private static BudgetRows.Row row(long low, long high) {
    return new BudgetRows.Row(
        new Adjudication(
            "p99.9",
            40 * MILLI,
            new Interval(low * MILLI, low * MILLI, high * MILLI, true),
            0,
            Optional.empty()),
        "seven seconds more would do");
  }
}
