package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShutdownTest {
  private final Flowsheet plant = new Flowsheet();
  private final double[] truth = new double[Measurement.COUNT];

  @BeforeEach
  void well() {
    truth[Readings.REACTOR_PRESSURE] = 2_700;
    truth[Readings.REACTOR_TEMPERATURE] = 120;
    plant.reactor.content.liquidFt3 = 10 * 35.3145;
    plant.separator.content.liquidFt3 = 5 * 35.3145;
    plant.stripper.liquidFt3 = 5 * 35.3145;
  }

  @ParameterizedTest
  @CsvSource({
    "pressure, 2999.9, 3000.1, 1", "temperature, 174.9, 175.1, 4",
    "reactor, 23.99, 24.01, 2", "reactor, 2.01, 1.99, 3",
    "separator, 11.99, 12.01, 5", "separator, 1.01, 0.99, 6",
    "stripper, 7.99, 8.01, 7", "stripper, 1.01, 0.99, 8"
  })
  void eachInterlockActsAtItsLimit(String what, double well, double ill, int cause) {
    assertThat(Shutdown.cause(plant, truth)).isEqualTo(Shutdown.NONE);
    set(what, well);
    assertThat(Shutdown.cause(plant, truth)).isEqualTo(Shutdown.NONE);
    set(what, ill);
    assertThat(Shutdown.cause(plant, truth)).isEqualTo(cause);
  }

  private void set(String what, double value) {
    switch (what) {
      case "pressure" -> truth[Readings.REACTOR_PRESSURE] = value;
      case "temperature" -> truth[Readings.REACTOR_TEMPERATURE] = value;
      case "reactor" -> plant.reactor.content.liquidFt3 = value * 35.3145;
      case "separator" -> plant.separator.content.liquidFt3 = value * 35.3145;
      default -> plant.stripper.liquidFt3 = value * 35.3145;
    }
  }
}
