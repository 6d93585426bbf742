package org.bumpless.scenario.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final int SEEDS = 200;

  @Test
  void aFewRoundsTellNothing() {
    assertThat(after(7, round -> round).perRoundAtLeast()).isEmpty();
    assertThat(after(8, round -> round).perRoundAtLeast()).isPresent();
  }

  @Test
  void whatGrowsIsFound() {
    assertThat(after(12, round -> 400 + 3 * round).perRoundAtLeast().orElseThrow())
        .isBetween(2.99, 3.01);
  }

  @Test
  void whatGrewOnceAndStaysIsForgotten() {
    Growth growth = after(300, round -> round < 150 ? round : 150);

    assertThat(growth.perRoundAtLeast().orElseThrow()).isZero();
  }

  @Test
  void noiseAloneHardlyEverGrows() {
    SplittableRandom random = new SplittableRandom(5);
    int found = 0;
    for (int i = 0; i < SEEDS; i++) {
      Growth growth = after(20, round -> 400 + 20 * random.nextGaussian());
      found += growth.perRoundAtLeast().orElseThrow() > 0 ? 1 : 0;
    }
    assertThat(found).as("of %d", SEEDS).isLessThan(SEEDS / 10);
  }

  private static Growth after(int rounds, IntToDoubleFunction value) {
    Growth growth = new Growth();
    for (int round = 0; round < rounds; round++) {
      growth.add(value.applyAsDouble(round));
    }
    return growth;
  }
}
