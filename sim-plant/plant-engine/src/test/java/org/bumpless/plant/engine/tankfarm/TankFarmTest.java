package org.bumpless.plant.engine.tankfarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TankFarmTest {
  private static final double SCAN_S = 0.01;

  private static ProcessModel farm(long seed, Map<String, Double> parameters, String... devices) {
    List<ProcessSpec.Unit> units =
        Arrays.stream(devices).map(d -> new ProcessSpec.Unit(new AssetId(d), parameters)).toList();
    return ProcessModels.installed().create(new ProcessSpec("tank-farm", units), seed);
  }

  private static double truth(ProcessModel farm, String name) {
    return farm.truth(farm.index(name));
  }

  private static void run(ProcessModel farm, double seconds) {
    for (long i = 0; i < Math.round(seconds / SCAN_S); i++) {
      farm.step(SCAN_S);
    }
  }

  private static double[] levels(ProcessModel farm, String device, int steps) {
    int level = farm.index(device + ".level");
    double[] series = new double[steps];
    for (int i = 0; i < steps; i++) {
      farm.step(SCAN_S);
      series[i] = farm.measured(level);
    }
    return series;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_250_101})
  void whatFlowsInIsStoredOrFlowsOutOrIsSpilled(long seed) {
    System.out.println("mass balance: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    ProcessModel farm = farm(seed, Map.of(), "T-1");
    double stored = 500;
    double in = 0;
    double out = 0;
    for (int i = 0; i < 200_000; i++) {
      if (i % 500 == 0) {
        farm.command(farm.index("T-1.valve"), random.nextDouble(-50, 150));
        farm.command(farm.index("T-1.pump"), random.nextInt(2));
      }
      double step = random.nextDouble(0.001, 0.1);
      farm.step(step);
      in += truth(farm, "T-1.inflow") * step;
      out += truth(farm, "T-1.outflow") * step;
    }
    double now = truth(farm, "T-1.level") / 100 * 1_000;
    double spilled = truth(farm, "T-1.spilled");
    assertThat(spilled).isPositive();
    assertThat(in - out - spilled).isCloseTo(now - stored, within(1e-9 * in));
  }

  @Test
  void theSameSeedGivesTheSameSeriesAndAnotherSeedAnother() {
    double[] series = levels(farm(7, Map.of(), "T-1"), "T-1", 5_000);
    assertThat(levels(farm(7, Map.of(), "T-1"), "T-1", 5_000)).isEqualTo(series);
    assertThat(levels(farm(8, Map.of(), "T-1"), "T-1", 5_000)).isNotEqualTo(series);
  }

  @Test
  void anotherTankMoreChangesNothingInThisOne() {
    double[] alone = levels(farm(7, Map.of(), "T-1"), "T-1", 1_000);
    ProcessModel both = farm(7, Map.of(), "T-0", "T-1");
    both.command(both.index("T-0.valve"), 100);
    assertThat(levels(both, "T-1", 1_000)).isEqualTo(alone);
    assertThat(both.measured(both.index("T-0.level"))).isNotEqualTo(alone[999]);
  }

  @Test
  void anOpenValveFillsTheTankInAboutTenSecondsAndThenSpills() {
    ProcessModel farm = farm(1, Map.of(), "T-1");
    farm.command(farm.index("T-1.valve"), 100);
    run(farm, 7);
    assertThat(truth(farm, "T-1.spilled")).isZero();
    run(farm, 5);
    assertThat(truth(farm, "T-1.spilled")).isGreaterThan(50);
    assertThat(truth(farm, "T-1.level")).isEqualTo(100);
  }

  @Test
  void aClosedValveRunsThePumpDry() {
    ProcessModel farm = farm(1, Map.of("startLevelPercent", 10.0), "T-1");
    farm.command(farm.index("T-1.valve"), 0);
    run(farm, 4);
    assertThat(truth(farm, "T-1.dryRunSeconds")).isZero();
    run(farm, 16);
    assertThat(truth(farm, "T-1.dryRunSeconds")).isBetween(8.0, 15.0);
    assertThat(truth(farm, "T-1.outflow")).isLessThan(0.1);
    assertThat(truth(farm, "T-1.level")).isNotNegative();
  }

  @Test
  void aPumpThatStandsDoesNotRunDry() {
    ProcessModel farm = farm(1, Map.of("startLevelPercent", 0.0), "T-1");
    farm.command(farm.index("T-1.valve"), 0);
    farm.command(farm.index("T-1.pump"), 0);
    run(farm, 5);
    double harmed = truth(farm, "T-1.dryRunSeconds");
    run(farm, 60);
    assertThat(truth(farm, "T-1.dryRunSeconds")).isEqualTo(harmed);
  }

  @Test
  void actuatorsFollowWithTheirTimeConstants() {
    ProcessModel farm = farm(1, Map.of(), "T-1");
    farm.command(farm.index("T-1.valve"), 100);
    farm.command(farm.index("T-1.pump"), 0);
    run(farm, 0.5);
    assertThat(truth(farm, "T-1.inflow")).isCloseTo(80 - 60 / Math.E, within(1e-6));
    run(farm, 0.3);
    assertThat(truth(farm, "T-1.pumpSpeed")).isCloseTo(100 / Math.E, within(1e-6));
  }

  @Test
  void theTransmitterHasItsNoiseAndTheTruthHasNone() {
    ProcessModel farm = farm(1, Map.of("levelNoisePercent", 0.5), "T-1");
    int level = farm.index("T-1.level");
    double squares = 0;
    for (int i = 0; i < 20_000; i++) {
      farm.step(SCAN_S);
      double error = farm.measured(level) - farm.truth(level);
      squares += error * error;
    }
    assertThat(Math.sqrt(squares / 20_000)).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aRestoredProcessGoesOnExactlyAsItDid() {
    ProcessModel farm = farm(5, Map.of(), "T-1", "T-2");
    farm.command(farm.index("T-2.valve"), 60);
    run(farm, 3);
    ProcessModel.Snapshot snapshot = farm.snapshot();
    double[] first = levels(farm, "T-2", 2_000);
    farm.command(farm.index("T-2.pump"), 0);
    run(farm, 3);
    farm.restore(snapshot);
    assertThat(levels(farm, "T-2", 2_000)).isEqualTo(first);
  }

  @Test
  void aSnapshotOfAnotherFarmIsRefused() {
    ProcessModel.Snapshot other = farm(1, Map.of(), "T-1", "T-2").snapshot();
    assertThatThrownBy(() -> farm(1, Map.of(), "T-1").restore(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of this tank farm");
  }

  @Test
  void commandsAreLimitedAndWhatIsNoNumberIsSafe() {
    ProcessModel farm = farm(1, Map.of(), "T-1");
    int valve = farm.index("T-1.valve");
    farm.command(valve, 1e9);
    assertThat(farm.truth(valve)).isEqualTo(100);
    farm.command(valve, Double.NaN);
    assertThat(farm.truth(valve)).isZero();
    farm.command(farm.index("T-1.pump"), Double.NaN);
    assertThat(truth(farm, "T-1.pump")).isZero();
  }

  @Test
  void aStepAllocatesNothing() {
    ProcessModel farm = farm(1, Map.of(), "T-1", "T-2", "T-3", "T-4", "T-5");
    run(farm, 300);

    assertThat(Allocation.bytesEachTime(() -> run(farm, 100))).isZero();
  }

  @Test
  void mistakesOfAPlantFileAreNamed() {
    assertThatThrownBy(() -> farm(1, Map.of("area", 1.0), "T-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-1")
        .hasMessageContaining("\"area\"")
        .hasMessageContaining("areaM2, heightM");
    assertThatThrownBy(() -> farm(1, Map.of("heightM", Double.NaN), "T-1"))
        .hasMessageContaining("heightM NaN: expected 0.1 to 50");
    assertThatThrownBy(() -> farm(1, Map.of(), "T-1", "T-1")).hasMessageContaining("twice");
    assertThatThrownBy(
            () -> ProcessModels.installed().create(new ProcessSpec("boiler", List.of()), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"boiler\": expected one of [");
  }

  @Test
  void aFileThatNobodyReadsIsRefused() {
    ProcessSpec spec = new ProcessSpec("tank-farm", Optional.of(Path.of("x.fmu")), List.of());
    assertThatThrownBy(() -> ProcessModels.installed().create(spec, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("process model tank-farm with file x.fmu: expected none, it is built in");
  }

  @Test
  void mistakesOfACallerAreNamed() {
    ProcessModel farm = farm(1, Map.of(), "T-1");
    assertThatThrownBy(() -> farm.index("T-1.temperature")).hasMessageContaining("T-1.level");
    assertThatThrownBy(() -> farm.command(farm.index("T-1.level"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("T-1.level is measured");
    assertThatThrownBy(() -> farm.step(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
