package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.FakeNetwork;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cables that fail, as scenarios. */
class CableScenarioTest {
  private static final Standing PASSED = new Standing.Judged(new Verdict.Pass());

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench("extended");
    bench.network(FakeNetwork.of(false));
  }

  @Test
  void aCableIsPulledAndMended() {
    assertThat(pulled()).isEqualTo(PASSED);
    assertThat(bench.cables().done())
        .containsExactly("the product in cell-1: pulled out", "the product in cell-1: mended");
  }

  @Test
  void stationsThatStayBlindFailTheProduct() {
    bench.stations().blind("SCADA-1 has not seen [LIC-101] for 10000 ms");

    assertThat(pulled())
        .isEqualTo(
            new Standing.Judged(new Verdict.Fail("SCADA-1 has not seen [LIC-101] for 10000 ms")));
  }

  @Test
  void stationsThatStayBlindOnAHostThatStoodStillFailNobody() {
    bench.stations().blind("SCADA-1 has not seen [LIC-101] for 10000 ms");
    bench.stalls((from, to) -> 9_000_000_000L);

    assertThat(pulled().word()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void aCableThatNobodyMissesShowsNothing() {
    bench.stations().fate(fare -> new Fare(fare.flow(), fare.station(), 10, 0, 0, 0, ""));

    assertThat(pulled())
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Inconclusive(
                    "no station missed a poll while the cable of the product in cell-1 was broken: nothing is shown")));
  }

  @Test
  void aHostThatCannotTouchTheCableFailsNobody() {
    bench.cables().stuck();

    assertThat(pulled())
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Inconclusive("the bench could not touch the cable: no cable here")));
  }

  @Test
  void aSpoiltCableThatNoFrameHasMetShowsNothing() {
    bench.cables().idle("the cable of the product in cell-3 has done nothing to any frame");

    assertThat(Driving.shipped(bench, folder, "@RES-04").scenarios())
        .filteredOn(scenario -> scenario.name().equals("A cable that is lossy"))
        .extracting(ScenarioResult::standing)
        .containsExactly(
            new Standing.Judged(
                new Verdict.Inconclusive(
                    "the cable of the product in cell-3 has done nothing to any frame: nothing is shown")));
  }

  private Standing pulled() {
    return Driving.only(bench, folder, "@RES-03");
  }
}
