package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
  private static final double TAIL = 0.025;
  private static final SplittableRandom RANDOM = new SplittableRandom(4_711);

  @ParameterizedTest(name = "quantile {0} of 1..1000 is {1}")
  @CsvSource({"0, 1", "0.001, 1", "0.5, 500", "0.5001, 501", "0.99, 990", "0.999, 999", "1, 1000"})
  void nearestRank(double q, long value) {
    assertThat(Quantiles.at(LongStream.rangeClosed(1, 1_000).toArray(), q)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} of {1}: claimed {2}")
  @CsvSource({
    "0.99, 298, false",
    "0.99, 299, true",
    "0.999, 2994, false",
    "0.999, 2995, true",
    "0.9999, 29955, false",
    "0.9999, 29956, true",
    "0.5, 4, false",
    "0.5, 5, true",
    "0.5, 0, false",
  })
  void aQuantileIsClaimedWithEnoughSamplesOnly(double q, int n, boolean claimed) {
    assertThat(Quantiles.claimable(n, q)).isEqualTo(claimed);
  }

  @Test
  void allLooksTogetherLeaveOutOneInTwentyAtEachEnd() {
    assertThat(Arrays.stream(Look.values()).mapToDouble(Look::tail).sum())
        .isEqualTo(0.05, offset(1e-12));
  }

  @Test
  void ofNothingNothingIsSaid() {
    assertThatThrownBy(() -> Quantiles.absolute(new long[0], 0.5, TAIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no samples: nothing can be said of a quantile");
    assertThatThrownBy(
            () ->
                Quantiles.difference(
                    new Samples(List.of()), new Samples(List.of()), 0.5, TAIL, RANDOM.split()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void armsWithUnlikeNumbersOfBlocksAreNotPaired() {
    Samples two = new Samples(List.of(new long[] {1}, new long[] {2}));
    Samples one = new Samples(List.of(new long[] {1}));

    assertThatThrownBy(() -> Quantiles.difference(two, one, 0.5, TAIL, RANDOM.split()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 blocks against 1: expected pairs, one at least");
  }

  /**
   * Order statistics of the median of 100: ranks 38 and 63 hold it in 98.3 of 100 cases (95 after
   * three looks).
   */
  @Test
  void theIntervalIsThatOfTheTables() {
    assertThat(Quantiles.absolute(LongStream.rangeClosed(1, 100).toArray(), 0.5, TAIL))
        .isEqualTo(new Interval(40, 50, 61, true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333})
  void theIntervalHoldsTheTruthInNineteenOfTwentyCases(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    for (int i = 0; i < 2_000; i++) {
      long[] values = random.longs(200, 0, 1_000_000).sorted().toArray();
      Interval interval = Quantiles.absolute(values, 0.9, TAIL);
      held += interval.low() <= 900_000 && 900_000 <= interval.high() ? 1 : 0;
    }
    assertThat(held).as("of 2000, seed %d", seed).isBetween(1_880, 2_000);
  }

  @Test
  void whatDriftsInBothArmsDropsOutOfTheDifference() {
    long[][] plain = new long[12][];
    long[][] through = new long[12][];
    for (int block = 0; block < plain.length; block++) {
      long drift = 1_000L * block;
      plain[block] = LongStream.range(0, 100).map(i -> drift + i).toArray();
      through[block] = Arrays.stream(plain[block]).map(v -> v + 500).toArray();
    }

    Interval added =
        Quantiles.difference(
            new Samples(List.of(plain)), new Samples(List.of(through)), 0.5, TAIL, RANDOM.split());

    assertThat(added).isEqualTo(new Interval(500, 500, 500, true));
  }

  @Test
  void oneBadBlockOfTwelveDoesNotBindTheLowerEnd() {
    long[][] plain = new long[12][];
    long[][] through = new long[12][];
    for (int block = 0; block < plain.length; block++) {
      plain[block] = LongStream.range(0, 400).toArray();
      long stall = block == 7 ? 200_000 : 0;
      through[block] = LongStream.range(0, 400).map(i -> i + stall).toArray();
    }

    Interval added =
        Quantiles.difference(
            new Samples(List.of(plain)),
            new Samples(List.of(through)),
            0.999,
            TAIL,
            RANDOM.split());

    assertThat(added.low()).isZero();
    assertThat(added.high()).isGreaterThan(190_000);
  }

  @Test
  void anAnswerThatIsMissingThroughTheProductIsBeyondEverything() {
    Samples sound = new Samples(List.of(new long[] {1, 2, 3}, new long[] {1, 2, 3}));
    long lost = Samples.LOST;
    Samples broken = new Samples(List.of(new long[] {1, lost, lost}, new long[] {1, lost, lost}));

    assertThat(Quantiles.difference(sound, broken, 0.9, TAIL, RANDOM.split()).low())
        .isEqualTo(lost);
    assertThat(Quantiles.difference(broken, sound, 0.9, TAIL, RANDOM.split()).high()).isNegative();
    assertThat(Quantiles.difference(broken, broken, 0.9, TAIL, RANDOM.split()).low())
        .as("what is lost without the product too is nothing that it adds")
        .isNegative();
  }
}
