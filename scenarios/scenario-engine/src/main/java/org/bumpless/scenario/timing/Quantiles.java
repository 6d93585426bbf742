package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles with intervals: exact binomial order statistics for absolute values (David and
 * Nagaraja, Order Statistics, 7.1) with the design effect of their blocks, a bootstrap over whole
 * blocks for the difference of two arms.
 */
public final class Quantiles {
  static final int RESAMPLES = 500;
  static final double MEDIAN = 0.5;

  private static final double CONFIDENCE = 0.95;

  /** What budgets call the tail. */
  static final double TAIL = 0.999;

  private Quantiles() {}

  /** The value below which the fraction {@code q} of sorted values lies; nearest rank. */
  public static long at(long[] sorted, double q) {
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }

  /**
   * A quantile with its interval, of samples that come late together: it is as long as that of so
   * many fewer that are independent.
   *
   * @param tail what each end of the interval leaves out
   * @throws IllegalArgumentException if there are no samples
   */
  public static Interval absolute(Samples samples, double q, double tail) {
    long[] sorted = samples.sorted();
    if (sorted.length == 0) {
      throw nothing();
    }
    double effect = DesignEffect.of(samples.blocks(), at(sorted, q));
    return absolute(sorted, q, tail, (int) Math.max(1, sorted.length / effect));
  }

  /**
   * A quantile with its interval, of values that are independent of each other.
   *
   * @param tail what each end of the interval leaves out
   * @throws IllegalArgumentException if there are no values
   */
  public static Interval absolute(long[] sorted, double q, double tail) {
    return absolute(sorted, q, tail, sorted.length);
  }

  /**
   * The same.
   *
   * @param independent as how many they count
   */
  private static Interval absolute(long[] sorted, double q, double tail, int independent) {
    int n = sorted.length;
    if (n == 0) {
      throw nothing();
    }
    BinomialDistribution below = BinomialDistribution.of(independent, q);
    double scale = (double) n / independent;
    int low = (int) Math.floor(below.inverseCumulativeProbability(tail) * scale);
    int high = (int) Math.ceil((below.inverseCumulativeProbability(1 - tail) + 1) * scale);
    return new Interval(
        sorted[Math.max(low, 1) - 1],
        at(sorted, q),
        sorted[Math.min(high, n) - 1],
        claimable(n, q));
  }

  private static IllegalArgumentException nothing() {
    return new IllegalArgumentException("no samples: nothing can be said of a quantile");
  }

  /**
   * Whether n samples are enough to claim a quantile with 95 % confidence: the chance that none of
   * them lies beyond it is at most 5 % (p99 needs 299, p99.9 needs 2,995).
   */
  public static boolean claimable(int n, double q) {
    return Math.pow(q, n) <= 1 - CONFIDENCE;
  }

  /** How many samples are enough to claim a quantile; see {@link #claimable}. */
  public static int needed(double q) {
    return (int) Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(q));
  }

  /**
   * What the second arm adds to a quantile of the first; blocks are drawn again together, by their
   * position, so that what drifts slowly drops out.
   *
   * @param tail what each end of the interval leaves out
   * @throws IllegalArgumentException if the two have not the same number of blocks
   */
  public static Interval difference(
      Samples without, Samples with, double q, double tail, RandomGenerator random) {
    int blocks = without.blocks().size();
    if (blocks == 0 || with.blocks().size() != blocks) {
      throw new IllegalArgumentException(
          "%d blocks against %d: expected pairs, one at least"
              .formatted(blocks, with.blocks().size()));
    }
    long value = shift(without, with, q);
    long[] drawn = new long[RESAMPLES];
    Redraw ofWith = new Redraw(with.blocks());
    Redraw ofWithout = new Redraw(without.blocks());
    for (int i = 0; i < RESAMPLES; i++) {
      int[] times = new int[blocks];
      random.ints(blocks, 0, blocks).forEach(block -> times[block]++);
      drawn[i] = minus(ofWith.at(times, q), ofWithout.at(times, q));
    }
    Arrays.sort(drawn);
    boolean claimed = claimable(Math.min(without.count(), with.count()), q);
    return new Interval(
        drawn[(int) (RESAMPLES * tail)], value, drawn[(int) (RESAMPLES * (1 - tail))], claimed);
  }

  /** By how much a quantile of the second arm lies above that of the first. */
  static long shift(Samples without, Samples with, double q) {
    return minus(at(with.sorted(), q), at(without.sorted(), q));
  }

  /** An answer that never came is later than any other, and not comparable to another such. */
  private static long minus(long with, long without) {
    if (without == Samples.LOST) {
      return -Samples.LOST;
    }
    return with == Samples.LOST ? Samples.LOST : with - without;
  }
}
