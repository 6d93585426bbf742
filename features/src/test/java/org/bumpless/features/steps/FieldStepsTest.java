package org.bumpless.features.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.bench.Field.Fault;
import org.junit.jupiter.api.Test;

class FieldStepsTest {
  private final FakeBench bench = new FakeBench();
  private final FieldSteps steps = new FieldSteps(new World(bench, "a scenario"));

  FieldStepsTest() throws BadFileException {}

  @Test
  void breaksWhatTheSentenceNamesUntilTheBenchIsRestored() throws InterruptedException {
    steps.sensorStuck("T-101.level");
    steps.sensorReplays("T-102.level", 4);
    steps.actuatorStuck("T-103.valve");

    assertThat(bench.field().faults())
        .isEqualTo(
            Map.of(
                "T-101.level", new Fault.SensorStuck(),
                "T-102.level", new Fault.SensorReplay(4),
                "T-103.valve", new Fault.ActuatorStuck()));
    assertThat(bench.restore()).isEmpty();
    assertThat(bench.field().faults()).isEmpty();
  }

  @Test
  void aFaultThatCannotBeLeavesTheClaimOpen() {
    assertThatThrownBy(() -> steps.sensorStuck("T-101.unknown"))
        .isInstanceOf(ClaimOpen.class)
        .hasMessageContaining("T-101.unknown");
  }
}
