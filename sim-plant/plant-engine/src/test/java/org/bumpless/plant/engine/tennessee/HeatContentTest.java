package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatContentTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 20_250_105})
  void theTemperatureOfAnEnthalpyIsFoundAgain(long seed) {
    System.out.println("heat contents: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < 1_000; n++) {
      double[] fraction = new double[Species.COUNT];
      double sum = 0;
      for (int i = 0; i < Species.COUNT; i++) {
        fraction[i] = random.nextDouble();
        sum += fraction[i];
      }
      for (int i = 0; i < Species.COUNT; i++) {
        fraction[i] /= sum;
      }
      double temperature = random.nextDouble(5, 180);
      double guess = random.nextDouble(60, 125);
      double liquid = HeatContent.LIQUID.of(fraction, temperature);
      double vapour = HeatContent.VAPOUR.of(fraction, temperature);
      double energy = vapour - HeatContent.GAS_CONSTANT * (temperature + 273.15);
      assertThat(HeatContent.LIQUID.temperatureC(fraction, liquid, guess))
          .isCloseTo(temperature, within(1e-9));
      assertThat(HeatContent.VAPOUR.temperatureC(fraction, vapour, guess))
          .isCloseTo(temperature, within(1e-9));
      assertThat(HeatContent.VAPOUR.temperatureOfEnergyC(fraction, energy, guess))
          .isCloseTo(temperature, within(1e-9));
    }
  }
}
