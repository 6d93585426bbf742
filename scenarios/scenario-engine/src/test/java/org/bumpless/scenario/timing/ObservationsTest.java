package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final long MICRO = 1_000;
  private static final LatencyPlan PLAN =
      new LatencyPlan(Duration.ofSeconds(6), Duration.ofSeconds(1), 625);
  private static final Target TARGET =
      new Target(
          "a flow",
          new ConduitId("c"),
          "virtual",
          new Budget(
              Duration.ofMillis(5),
              Duration.ofMillis(50),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5)),
          Duration.ofMillis(250));

  @Test
  void onlyQuantilesThatCanBeClaimedAreShown() {
    assertThat(observe(PLAN.requestsPerBlock(), 0).quantiles())
        .extracting(Observations.Quantile::name)
        .containsExactly("p99");
    assertThat(observe(5_000, 0).quantiles())
        .extracting(Observations.Quantile::name)
        .containsExactly("p99", "p99.99");
    assertThat(observe(40, 0).quantiles()).isEmpty();
  }

  @Test
  void jitterIsTheTailLessTheQuickest() {
    Observations seen = observe(PLAN.requestsPerBlock(), 30_000 * MICRO);

    assertThat(seen.jitter().direct().value()).isEqualTo(99 * MICRO);
    assertThat(seen.jitter().product().value()).isEqualTo(30_099 * MICRO);
    assertThat(seen.jitter().added().value()).isEqualTo(30_000 * MICRO);
    assertThat(seen.jitter().added().low())
        .isLessThanOrEqualTo(seen.jitter().added().value())
        .isLessThanOrEqualTo(seen.jitter().added().high());
  }

  @Test
  void aJitterThatIsLostHasNoBound() {
    long[] lost = new long[4_000];
    Arrays.fill(lost, Samples.LOST);
    lost[0] = MICRO;

    Observations.Jitter jitter =
        Observations.Jitter.of(samples(2_000, 0), new Samples(List.of(lost)), 0.025);

    assertThat(jitter.product().value()).isEqualTo(Samples.LOST);
    assertThat(jitter.added().high()).isEqualTo(Samples.LOST);
  }

  /**
   * @param stutter what every fiftieth request takes longer through the product
   */
  private static Observations observe(int perBlock, long stutter) {
    return Observations.of(
        TARGET,
        PLAN,
        new Taken(
            Map.of(Arm.DIRECT, samples(perBlock, 0), Arm.PRODUCT, samples(perBlock, stutter)),
            new Injected(1_000 * MICRO, 1),
            HostNoise.UNKNOWN),
        new SplittableRandom(5));
  }

  /** From 100 us to 199 us, each as often as the others. */
  private static Samples samples(int perBlock, long stutter) {
    long[] block = new long[perBlock];
    Arrays.setAll(block, i -> (100 + i % 100) * MICRO + (i % 50 == 49 ? stutter : 0));
    return new Samples(Collections.nCopies(PLAN.blocksPerArm(), block));
  }
}
