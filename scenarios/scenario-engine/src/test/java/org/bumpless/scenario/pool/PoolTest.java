package org.bumpless.scenario.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Quantiles;
import org.junit.jupiter.api.Test;

class PoolTest {
  private static final int REPEATS = 400;

  @Test
  void sixRunsAreTheFewestWithAnIntervalOfTheirOwn() {
    assertThat(Pool.median(runs(1, 2, 3, 4, 5)).claimed()).isFalse();
    assertThat(Pool.median(runs(6, 5, 4, 3, 2, 1))).isEqualTo(new Interval(1, 3, 6, true));
  }

  @Test
  void manyRunsLeaveTheOutermostOut() {
    long[] values = LongStream.rangeClosed(1, 20).toArray();

    assertThat(Pool.median(runs(values))).isEqualTo(new Interval(6, 10, 15, true));
  }

  @Test
  void fewRunsSayNoMoreThanWhatAnyOfThemAllows() {
    List<Interval> two = List.of(new Interval(1, 4, 9, true), new Interval(3, 5, 7, true));

    assertThat(Pool.median(two)).isEqualTo(new Interval(1, 4, 9, false));
  }

  @Test
  void nothingCannotBePooled() {
    assertThatThrownBy(() -> Pool.median(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Runs that differ by more than their requests do: the pooled interval holds the truth as often
   * as it says, that of all requests thrown together hardly ever.
   */
  @Test
  void runsThatDifferArePooledAsRuns() {
    SplittableRandom random = new SplittableRandom(17);
    int pooled = 0;
    int thrownTogether = 0;
    for (int i = 0; i < REPEATS; i++) {
      List<Interval> runs = new ArrayList<>();
      List<Long> all = new ArrayList<>();
      for (int run = 0; run < 10; run++) {
        long its = (long) (1_000_000 + 100_000 * random.nextGaussian());
        long[] requests = new long[500];
        Arrays.setAll(requests, r -> (long) (its + 10_000 * random.nextGaussian()));
        Arrays.sort(requests);
        runs.add(Quantiles.absolute(requests, 0.5, 0.025));
        Arrays.stream(requests).forEach(all::add);
      }
      pooled += holds(Pool.median(runs));
      long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
      thrownTogether += holds(Quantiles.absolute(sorted, 0.5, 0.025));
    }
    assertThat(pooled).as("of %d", REPEATS).isGreaterThan((int) (0.93 * REPEATS));
    assertThat(thrownTogether).as("of %d", REPEATS).isLessThan((int) (0.3 * REPEATS));
  }

  private static int holds(Interval interval) {
    return interval.low() <= 1_000_000 && 1_000_000 <= interval.high() ? 1 : 0;
  }

  private static List<Interval> runs(long... values) {
    return Arrays.stream(values).mapToObj(v -> new Interval(v - 1, v, v + 1, true)).toList();
  }
}
