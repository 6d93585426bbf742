package org.bumpless.benchmarks;

import java.util.Arrays;

/** Figures out of many. */
final class Quantiles {
  private static final double MICRO = 1_000;

  private Quantiles() {}

  /** A quantile of nanoseconds, in microseconds. */
  static double micros(long[] nanos, double quantile) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] / MICRO;
  }

  static double median(double[] of) {
    double[] sorted = of.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
