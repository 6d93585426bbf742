package org.bumpless.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/bumpless/reports/json/report.golden.json");
  private static final String ADDED = "added latency p50, SCADA-1 to LIC-101";

  @TempDir private Path folder;

  @Test
  void aRunAgainstItselfIsNoRegression() throws IOException {
    RunFigures run = run(Map.of("A", "PASS", "B", "FAIL"), Map.of(ADDED, 300_000L));
    RunComparison same = new RunComparison(run, run, 0.1);

    assertThat(same.regressed()).isFalse();
    assertThat(same.undecided()).isFalse();
    assertThat(same.told())
        .contains("unchanged  " + ADDED + ": -20.0 us to +20.0 us; nobody minds 0.50 ms")
        .contains("2 scenarios stand as before")
        .last()
        .asString()
        .startsWith("NO REGRESSION");
  }

  @Test
  void aScenarioThatFailsNowIsOne() {
    RunComparison worse =
        compare(Map.of("A", "PASS", "B", "PASS"), Map.of("A", "PASS", "B", "FAIL"));

    assertThat(worse.regressed()).isTrue();
    assertThat(worse.told())
        .contains("worse      B: FAIL, was PASS")
        .last()
        .asString()
        .startsWith("REGRESSION");
  }

  @Test
  void soIsAFigureThatIsSlowerByMoreThanTheThreshold() {
    Map<String, String> none = Map.of();
    RunFigures before = run(none, Map.of(ADDED, 300_000L));

    assertThat(new RunComparison(before, run(none, Map.of(ADDED, 900_000L)), 0.1).regressed())
        .isTrue();
    assertThat(new RunComparison(before, run(none, Map.of(ADDED, 700_000L)), 0.1).regressed())
        .isFalse();
    assertThat(new RunComparison(before, run(none, Map.of(ADDED, 700_000L)), 0.01).regressed())
        .isTrue();
  }

  @Test
  void whatOneRunDoesNotTellIsUndecided() {
    assertThat(compare(Map.of("A", "PASS"), Map.of("A", "INCONCLUSIVE")).undecided()).isTrue();
    assertThat(compare(Map.of("A", "PASS"), Map.of()).undecided()).isTrue();
    RunComparison once =
        new RunComparison(run(Map.of(), Map.of(ADDED, 1L)), run(Map.of(), Map.of()), 0.1);
    assertThat(once.undecided()).isTrue();
    assertThat(once.told()).contains("undecided  " + ADDED + ": measured in one of the runs only");
  }

  @Test
  void whatHasBecomeBetterIsSaid() {
    RunComparison better = compare(Map.of("A", "FAIL"), Map.of("A", "PASS"));

    assertThat(better.regressed()).isFalse();
    assertThat(better.undecided()).isFalse();
    assertThat(better.told()).contains("better     A: PASS, was FAIL");
  }

  @Test
  void aReportIsReadWhole() throws IOException {
    RunFigures golden = RunFigures.read(GOLDEN);

    assertThat(golden.standings()).isNotEmpty().doesNotContainValue("");
    assertThat(golden.quantities().keySet())
        .anyMatch(name -> name.startsWith("added latency p50, "))
        .anyMatch(name -> name.startsWith("added latency p99.9, "))
        .anyMatch(name -> name.startsWith("session set-up, "));
    assertThat(golden.quantities().values())
        .allSatisfy(q -> assertThat(q.budgetNanos()).isPositive());
    Files.copy(GOLDEN, folder.resolve("report.json"));
    assertThat(RunFigures.read(folder)).isEqualTo(golden);
  }

  @Test
  void whatIsNoReportIsRefusedWithItsPlace() throws IOException {
    assertThatThrownBy(() -> RunFigures.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder + ": found no report.json there; expected the folder");
    Path broken = Files.writeString(folder.resolve("report.json"), "{\n  oops");
    assertThatThrownBy(() -> RunFigures.read(folder))
        .hasMessageContaining(broken + ":2:")
        .hasMessageContaining("found no JSON");
    Files.writeString(broken, "{}");
    assertThatThrownBy(() -> RunFigures.read(folder))
        .hasMessageContaining("found no scenarios and measurements in it");
  }

  private static RunComparison compare(Map<String, String> before, Map<String, String> after) {
    return new RunComparison(run(before, Map.of()), run(after, Map.of()), 0.1);
  }

  /** A budget of 5 ms, and figures that are known to 10 us. */
  private static RunFigures run(Map<String, String> standings, Map<String, Long> figures) {
    Map<String, Quantity> quantities = new TreeMap<>();
    figures.forEach(
        (name, nanos) ->
            quantities.put(name, new Quantity(name, nanos - 10_000, nanos + 10_000, 5_000_000)));
    return new RunFigures("a product on a plant", "PASS", new TreeMap<>(standings), quantities);
  }
}
