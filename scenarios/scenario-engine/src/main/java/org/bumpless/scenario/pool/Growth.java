package org.bumpless.scenario.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * Whether something that was measured after each round has grown from round to round: the slope of
 * a straight line through the last rounds, by least squares, with the lower end of its 95 %
 * interval.
 */
public final class Growth {
  private static final int ROUNDS_MAX = 100;

  /** With fewer nothing can be said of a trend. */
  private static final int ROUNDS_MIN = 8;

  /** Of Student's distribution, one side, for as few rounds as are judged. */
  private static final double T = 1.943;

  private final Deque<Double> values = new ArrayDeque<>();

  /** Another round is over. */
  public void add(double value) {
    if (values.size() == ROUNDS_MAX) {
      values.removeFirst();
    }
    values.addLast(value);
  }

  /** What it grows by in a round at least; empty while that cannot be told. */
  public OptionalDouble perRoundAtLeast() {
    int n = values.size();
    if (n < ROUNDS_MIN) {
      return OptionalDouble.empty();
    }
    double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
    double middle = (n - 1) / 2.0;
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double across = 0;
    double along = 0;
    for (int x = 0; x < n; x++) {
      along += (x - middle) * (x - middle);
      across += (x - middle) * (y[x] - mean);
    }
    double slope = across / along;
    double left = 0;
    for (int x = 0; x < n; x++) {
      double off = y[x] - mean - slope * (x - middle);
      left += off * off;
    }
    return OptionalDouble.of(slope - T * Math.sqrt(left / (n - 2) / along));
  }
}
