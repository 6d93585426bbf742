package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ProcessCheckTest {
  private static Series level(double... values) {
    return new Series(
        "T-1.level",
        "%",
        IntStream.range(0, values.length).mapToObj(i -> new Point(i, values[i])).toList());
  }

  private static LoopFare loop(String... alarms) {
    return new LoopFare(new AssetId("LIC-1"), "T-1.level", "%", 0, 10, List.of(alarms));
  }

  @Test
  void whatStaysInsidePassesAndTheFirstThatDoesNotIsTold() {
    assertThat(ProcessCheck.stayedBelow(level(50, 89, 50), 90)).isEqualTo(new Verdict.Pass());
    assertThat(ProcessCheck.stayedBelow(level(50, 91, 95), 90))
        .isEqualTo(new Verdict.Fail("T-1.level was 91.0000 %; it was to stay below 90.0000"));
    assertThat(ProcessCheck.stayedAbove(level(50, 9), 10))
        .isEqualTo(new Verdict.Fail("T-1.level was 9.00000 %; it was to stay above 10.0000"));
  }

  @Test
  void whatIsNoNumberHasNotStayedAnywhere() {
    assertThat(ProcessCheck.stayedBelow(level(50, Double.NaN), 90))
        .isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void whatWasNotRecordedShowsNothing() {
    assertThat(ProcessCheck.stayedBelow(level(), 90)).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(ProcessCheck.fewAlarms(List.of(), 2)).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void countsTheAlarmsOfAllLoops() {
    assertThat(ProcessCheck.fewAlarms(List.of(loop("HIHI"), loop("LOLO")), 2))
        .isEqualTo(new Verdict.Pass());
    assertThat(ProcessCheck.fewAlarms(List.of(loop("HIHI"), loop("LOLO", "DRY")), 2))
        .isEqualTo(
            new Verdict.Fail(
                "3 alarms came up, 2 at most were to: LIC-1.HIHI, LIC-1.LOLO, LIC-1.DRY"));
  }
}
