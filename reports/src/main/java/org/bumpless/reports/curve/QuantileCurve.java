package org.bumpless.reports.curve;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.scenario.timing.Quantiles;
import org.bumpless.scenario.timing.Samples;

/**
 * All quantiles of one arm, as dense in the tail as in the middle: equal steps of {@code
 * -log10(1-q)}, so that p90, p99, p99.9 are equally far apart.
 *
 * @param points up to the slowest answer; what was lost lies beyond
 */
public record QuantileCurve(List<Point> points) {
  private static final int STEPS_PER_DECADE = 24;

  public QuantileCurve {
    points = List.copyOf(points);
  }

  /**
   * One point.
   *
   * @param quantile 0 to below 1
   */
  public record Point(double quantile, long nanos) {
    /** Place on an axis of equal decades: 1 is p90, 2 is p99. */
    public double decades() {
      return -Math.log10(1 - quantile);
    }
  }

  /** The curve of an arm; empty if nothing was answered. */
  public static QuantileCurve of(Samples samples) {
    long[] sorted = samples.sorted();
    List<Point> points = new ArrayList<>();
    // Half a sample beyond the last one: the nearest rank there is the slowest answer.
    double last = Math.log10(2.0 * Math.max(1, sorted.length));
    int steps = (int) Math.ceil(last * STEPS_PER_DECADE);
    for (int i = 0; i <= steps && sorted.length > 0; i++) {
      double quantile = 1 - Math.pow(10, -last * i / steps);
      long nanos = Quantiles.at(sorted, quantile);
      if (nanos == Samples.LOST) {
        break;
      }
      points.add(new Point(quantile, nanos));
    }
    return new QuantileCurve(points);
  }
}
