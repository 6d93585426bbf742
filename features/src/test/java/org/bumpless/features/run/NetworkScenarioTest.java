package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for ways past the product, as a scenario. */
class NetworkScenarioTest {
  private static final Knock CONTROL = Driving.knock("HMI-1", true, true);

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench();
  }

  @Test
  void whatComesPastTheProductFails() {
    bench.network(() -> List.of(CONTROL, Driving.knock("INTRUDER-L4", false, true)));

    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(
            new Standing.Judged(
                new Verdict.Fail("INTRUDER-L4 came to LIC-101 (modbus-tcp) past the product")));
  }

  @Test
  void whereNothingComesItPasses() {
    bench.network(() -> List.of(CONTROL, Driving.knock("INTRUDER-L4", false, false)));

    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(new Standing.Judged(new Verdict.Pass()));
  }

  @Test
  void onTheLoopbackItIsNotMeasurable() {
    assertThat(Driving.only(bench, folder, "@ENF-05"))
        .isEqualTo(new Standing.NotMeasurable("the loopback fabric cannot show it; netns can"));
  }
}
