package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
  private static final int BLOCKS = 200;
  private static final int LENGTH = 100;

  @Test
  void samplesThatAreIndependentSayWhatTheySay() {
    SplittableRandom random = new SplittableRandom(7);
    List<long[]> blocks =
        Stream.generate(() -> random.longs(LENGTH, 0, 1_000).toArray()).limit(BLOCKS).toList();

    assertThat(DesignEffect.of(blocks, 500)).isBetween(1.0, 1.25);
  }

  /** Each sample ten times, one behind the other: a tenth of them says all there is. */
  @Test
  void tenThatComeTogetherSayWhatOneSays() {
    SplittableRandom random = new SplittableRandom(7);
    List<long[]> blocks =
        Stream.generate(
                () -> {
                  long[] few = random.longs(LENGTH / 10, 0, 1_000).toArray();
                  return IntStream.range(0, LENGTH).mapToLong(i -> few[i / 10]).toArray();
                })
            .limit(BLOCKS)
            .toList();

    assertThat(DesignEffect.of(blocks, 500)).isCloseTo(10, within(1.5));
  }

  @Test
  void whereNothingOrEverythingLiesBeyondThereIsNothingToSee() {
    List<long[]> blocks = List.of(new long[] {1, 2}, new long[] {1, 2});

    assertThat(DesignEffect.of(blocks, 2)).isEqualTo(1);
    assertThat(DesignEffect.of(blocks, 0)).isEqualTo(1);
    assertThat(DesignEffect.of(List.of(new long[] {1, 9}), 5)).as("one block").isEqualTo(1);
    assertThat(DesignEffect.of(List.of(), 5)).isEqualTo(1);
  }

  /** Every tenth block is slow as a whole; the share of slow blocks is what is uncertain. */
  @Test
  void anIntervalOfSamplesThatComeTogetherHoldsTheTruthAllTheSame() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    int heldIfIndependent = 0;
    for (int run = 0; run < 300; run++) {
      List<long[]> blocks = new ArrayList<>();
      for (int block = 0; block < 40; block++) {
        long base = random.nextLong(1_000_000);
        blocks.add(random.longs(50, base, base + 1_000).toArray());
      }
      Samples samples = new Samples(blocks);
      held += holds(Quantiles.absolute(samples, 0.5, 0.025)) ? 1 : 0;
      heldIfIndependent += holds(Quantiles.absolute(samples.sorted(), 0.5, 0.025)) ? 1 : 0;
    }

    assertThat(held).isGreaterThan(276);
    assertThat(heldIfIndependent).as("too sure of themselves").isLessThan(120);
  }

  private static boolean holds(Interval interval) {
    return interval.low() <= 500_500 && 500_500 <= interval.high();
  }

  @Test
  void theIntervalOfIndependentSamplesIsTheExactOne() {
    long[] values = IntStream.rangeClosed(1, 100).asLongStream().toArray();
    long[][] mixed = new long[4][25];
    Arrays.setAll(mixed, b -> IntStream.range(0, 25).mapToLong(i -> values[4 * i + b]).toArray());

    assertThat(Quantiles.absolute(new Samples(List.of(mixed)), 0.5, 0.025))
        .isEqualTo(Quantiles.absolute(values, 0.5, 0.025));
  }
}
