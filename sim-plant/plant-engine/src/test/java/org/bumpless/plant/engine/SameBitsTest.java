package org.bumpless.plant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One seed is one course of a process, on every machine: what the models have come to after a while
 * of random commands, as a number that was worked out on another machine.
 */
class SameBitsTest {
  private static final int STEPS = 20_000;
  private static final int BETWEEN_COMMANDS = 500;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "tank-farm, 0.1, ffd47702f15d6481",
    "two-phase-reactor, 0.1, b18b2d335fbe8a36",
    "boiler-drum, 0.1, af6d88ef9dfce85f",
    "servo-axis, 0.001, 6fde71c546bf2489",
    "tennessee-eastman, 1, c9288606d941f84f"
  })
  void areThoseOfOtherMachines(String model, double step, String bits) {
    ProcessModel process =
        ProcessModels.installed()
            .create(
                new ProcessSpec(model, List.of(new ProcessSpec.Unit(new AssetId("U-1"), Map.of()))),
                20_261_130);
    SplittableRandom random = new SplittableRandom(1);
    long seen = 0;
    for (int i = 0; i < STEPS; i++) {
      if (i % BETWEEN_COMMANDS == 0) {
        command(process, random);
      }
      process.step(step);
      for (int signal = 0; signal < process.signals().size(); signal++) {
        seen = seen * 31 + Double.doubleToLongBits(process.measured(signal));
        seen = seen * 31 + Double.doubleToLongBits(process.truth(signal));
      }
    }
    assertThat(Long.toHexString(seen)).isEqualTo(bits);
  }

  private static void command(ProcessModel process, SplittableRandom random) {
    for (int signal = 0; signal < process.signals().size(); signal++) {
      if (process.signals().get(signal).direction() == Signal.Direction.COMMAND) {
        process.command(signal, random.nextDouble(0, 100));
      }
    }
  }
}
