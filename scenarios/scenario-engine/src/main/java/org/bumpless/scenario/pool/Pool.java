package org.bumpless.scenario.pool;

import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.bumpless.scenario.timing.Interval;

/** Pools one figure of several runs. */
public final class Pool {
  private static final double CONFIDENCE = 0.95;

  private Pool() {}

  /**
   * The median of the runs with its interval: by order statistics of the runs where there are
   * enough of them for 95 % (six), else from the least that any run allows to the most.
   *
   * @param runs the figure of each run with its own interval
   * @return not claimed if there are too few runs for an interval of their own
   * @throws IllegalArgumentException if there is no run
   */
  public static Interval median(List<Interval> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("no runs: nothing can be pooled");
    }
    long[] values = runs.stream().mapToLong(Interval::value).sorted().toArray();
    int n = values.length;
    long middle = values[(n - 1) / 2];
    int out = left(n);
    if (out >= 0) {
      return new Interval(values[out], middle, values[n - 1 - out], true);
    }
    return new Interval(
        runs.stream().mapToLong(Interval::low).min().orElse(middle),
        middle,
        runs.stream().mapToLong(Interval::high).max().orElse(middle),
        false);
  }

  /**
   * How many of the runs at each end an interval of 95 % leaves out; -1 if even all of them are not
   * enough (David and Nagaraja, Order Statistics, 7.1).
   */
  private static int left(int n) {
    BinomialDistribution below = BinomialDistribution.of(n, 0.5);
    int out = -1;
    while (out + 1 < (n + 1) / 2 && 1 - 2 * below.cumulativeProbability(out + 1) >= CONFIDENCE) {
      out++;
    }
    return out;
  }
}
