package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.adapter.sut.Failure;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.FakeNetwork;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product is switched off and on, as scenarios. */
class PowerScenarioTest {

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench("extended");
  }

  @Test
  void aProductThatComesBackPasses() {
    assertThat(Driving.only(bench, folder, "@RES-02"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
    assertThat(bench.power().turned()).containsExactly("off", "on");
  }

  @Test
  void aProductIsKilledAndComesBack() {
    assertThat(Driving.only(bench, folder, "@RES-06"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
    assertThat(bench.power().turned()).containsExactly("killed", "on");
  }

  @Test
  void whatHappensToTheProductIsDoneAndUndone() {
    assertThat(Driving.only(bench, folder, "@RES-07 and @maintenance"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
    assertThat(bench.power().turned()).containsExactly("Hung[]", "recovered");
  }

  @Test
  void aProductThatCannotHaveItShowsNothing() {
    bench.power().dead("this host has no prlimit");

    for (String tags : List.of("@RES-08 and @attack", "@RES-08 and @maintenance")) {
      assertThat(Driving.only(bench, folder, tags))
          .isEqualTo(new Standing.Judged(new Verdict.Inconclusive("this host has no prlimit")));
    }
  }

  @Test
  void aProductThatDoesNotComeBackFails() {
    bench.power().dead("it has lost its licence");

    assertThat(Driving.only(bench, folder, "@RES-02"))
        .isEqualTo(new Standing.Judged(new Verdict.Fail("it has lost its licence")));
  }

  @Test
  void stationsThatStayBlindFailTheProduct() {
    bench.stations().blind("AGG-1 has not seen [LIC-101] for 10000 ms");

    assertThat(Driving.only(bench, folder, "@RES-02").word()).isEqualTo("FAIL");
  }

  @Test
  void whoComesWhileItIsOffFailsTheProduct() {
    bench.network(FakeNetwork.of(true));

    assertThat(Driving.only(bench, folder, "@RES-05"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail("INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product")));
  }

  @Test
  void whereNobodyComesWhileItIsOffItPasses() {
    bench.network(FakeNetwork.of(false));

    assertThat(Driving.only(bench, folder, "@RES-05"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
  }

  @Test
  void aProductThatSaysItFailsOpenIsHeldToThat() {
    bench.failure(Failure.OPEN);
    bench.network(FakeNetwork.of(true));
    bench.stations().fate(fare -> new Fare(fare.flow(), fare.station(), 10, 0, 0, 0, ""));

    assertThat(Driving.only(bench, folder, "@RES-05"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));

    bench.stations().blind("AGG-1 has not seen [LIC-101] for 10000 ms");

    assertThat(Driving.only(bench, folder, "@RES-05"))
        .isEqualTo(
            new Standing.Judged(new Verdict.Fail("AGG-1 has not seen [LIC-101] for 10000 ms")));
  }

  @Test
  void aProductThatNobodyMissesShowsNothing() {
    bench.stations().fate(fare -> new Fare(fare.flow(), fare.station(), 10, 0, 0, 0, ""));
    bench.network(FakeNetwork.of(false));

    for (String tags : List.of("@RES-02", "@RES-05")) {
      assertThat(Driving.only(bench, folder, tags))
          .isEqualTo(
              new Standing.Judged(
                  new Verdict.Inconclusive(
                      "no station missed a poll while the product was off: nothing is shown")));
    }
  }

  @Test
  void aProductThatDoesNotComeBackOnAHostThatStoodStillFailsNobody() {
    bench.power().dead("it did not get ready within 10000 ms");
    bench.stalls((from, to) -> 9_000_000_000L);

    assertThat(Driving.only(bench, folder, "@RES-02").word()).isEqualTo("INCONCLUSIVE");
  }
}
