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

/** The search for ways past the product, as a scenario. */
class NetworkScenarioTest {
  private static final Knock CONTROL = knock("HMI-1", true, true);

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench();
  }

  @Test
  void whatComesPastTheProductFails() {
    bench.network(() -> List.of(CONTROL, knock("INTRUDER-L4", false, true)));

    assertThat(standing())
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail("INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product")));
  }

  @Test
  void whereNothingComesItPasses() {
    bench.network(() -> List.of(CONTROL, knock("INTRUDER-L4", false, false)));

    assertThat(standing()).isEqualTo(new Standing.Judged(new Verdict.Pass()));
  }

  @Test
  void onTheLoopbackItIsNotMeasurable() {
    assertThat(standing())
        .isEqualTo(new Standing.NotMeasurable("the loopback fabric cannot show it; netns can"));
  }

  private Standing standing() {
    var scenarios = Driving.shipped(bench, folder, "@ENF-05").scenarios();
    assertThat(scenarios).hasSize(1);
    return scenarios.getFirst().standing();
  }

  private static Knock knock(String from, boolean open, boolean came) {
    return new Knock(new AssetId(from), new AssetId("LIC-101"), "modbus-tcp", open, true, came);
  }
}
