package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product is switched off and on, as scenarios. */
class PowerScenarioTest {
  private static final Knock CONTROL = knock("HMI-1", true, true);

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench("extended");
  }

  @Test
  void aProductThatComesBackPasses() {
    assertThat(standing("@RES-02")).isEqualTo(new Standing.Judged(new Verdict.Pass()));
    assertThat(bench.power().turned()).containsExactly("off", "on");
  }

  @Test
  void aProductThatDoesNotComeBackFails() {
    bench.power().dead("it has lost its licence");

    assertThat(standing("@RES-02"))
        .isEqualTo(new Standing.Judged(new Verdict.Fail("it has lost its licence")));
  }

  @Test
  void stationsThatStayBlindFailTheProduct() {
    bench.stations().blind("AGG-1 has not seen [LIC-101] for 10000 ms");

    assertThat(standing("@RES-02").word()).isEqualTo("FAIL");
  }

  @Test
  void whoComesWhileItIsOffFailsTheProduct() {
    bench.network(() -> List.of(CONTROL, knock("INTRUDER-L4", false, true)));

    assertThat(standing("@RES-05"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail("INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product")));
  }

  @Test
  void whereNobodyComesWhileItIsOffItPasses() {
    bench.network(() -> List.of(CONTROL, knock("INTRUDER-L4", false, false)));

    assertThat(standing("@RES-05")).isEqualTo(new Standing.Judged(new Verdict.Pass()));
  }

  private Standing standing(String tags) {
    var scenarios = Driving.shipped(bench, folder, tags).scenarios();
    assertThat(scenarios).hasSize(1);
    return scenarios.getFirst().standing();
  }

  private static Knock knock(String from, boolean open, boolean came) {
    return new Knock(new AssetId(from), new AssetId("LIC-101"), "modbus-tcp", open, true, came);
  }
}
