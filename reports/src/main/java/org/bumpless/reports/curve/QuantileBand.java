package org.bumpless.reports.curve;

import java.util.List;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Quantiles;
import org.bumpless.scenario.timing.Samples;

/**
 * What each quantile of an arm can have been: 95 % intervals by exact binomial order statistics
 * with the design effect, point by point of its curve.
 */
public record QuantileBand(List<Point> points) {
  private static final double TAIL = 0.025;

  public QuantileBand {
    points = List.copyOf(points);
  }

  /**
   * One point.
   *
   * @param decades place on the axis; see {@link QuantileCurve.Point#decades}
   * @param highNanos {@link Samples#LOST} if there is no upper end
   */
  public record Point(double decades, long lowNanos, long highNanos) {}

  /** The band around a curve of these samples. */
  public static QuantileBand of(QuantileCurve curve, Samples samples) {
    return new QuantileBand(
        curve.points().stream()
            .map(
                point -> {
                  Interval interval = Quantiles.absolute(samples, point.quantile(), TAIL);
                  return new Point(point.decades(), interval.low(), interval.high());
                })
            .toList());
  }
}
