package org.bumpless.reports.plot;

import java.util.List;
import java.util.Optional;
import org.bumpless.reports.words.Figures;

/**
 * How much of its limit a process uses against the delay that is injected: a trial a point, up to
 * twice the limit. What is kept and what is not is told by the side of the limit and by the dot.
 */
public final class DelayPlot {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 230;
  private static final int LEFT = 58;
  private static final int RIGHT = WIDTH - 16;
  private static final int TOP = 30;
  private static final int BOTTOM = HEIGHT - 42;
  private static final double MOST_PERCENT = 200;
  private static final double LIMIT_PERCENT = 100;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double AIR = 1.3;

  private final List<Point> points;
  private final Optional<Long> budget;
  private final Scale x;
  private final Scale y = new Scale.Linear(0, MOST_PERCENT, BOTTOM, TOP);

  /**
   * A trial.
   *
   * @param use share of the limit, 1 for all of it
   */
  public record Point(long delayNanos, double use, boolean kept) {}

  private DelayPlot(List<Point> points, Optional<Long> budget) {
    this.points = points.stream().filter(p -> p.delayNanos() > 0).toList();
    this.budget = budget.filter(nanos -> nanos > 0);
    double low = this.points.stream().mapToDouble(DelayPlot::millis).min().orElse(1);
    double high = this.points.stream().mapToDouble(DelayPlot::millis).max().orElse(10);
    double file = this.budget.map(nanos -> nanos / NANOS_PER_MILLI).orElse(low);
    this.x =
        new Scale.Logarithmic(Math.min(low, file) / AIR, Math.max(high, file) * AIR, LEFT, RIGHT);
  }

  /**
   * Draws it.
   *
   * @param points by delay; one without delay has no place on the axis and is left out
   * @param budget of the plant file, ns
   */
  public static String of(String label, List<Point> points, Optional<Long> budget) {
    return new DelayPlot(points, budget).draw(label);
  }

  private String draw(String label) {
    Svg svg = Svg.image("delays", WIDTH, HEIGHT, label);
    svg.rect(LEFT, TOP, RIGHT - LEFT, y.place(LIMIT_PERCENT) - TOP, "beyond");
    axes(svg);
    budget.ifPresent(nanos -> budget(svg, nanos));
    svg.polyline(
        points.stream().map(p -> new double[] {x.place(millis(p)), height(p)}).toList(),
        "line product");
    for (Point point : points) {
      svg.group();
      svg.title(
          "%s: %.0f %% of the limit"
              .formatted(Figures.time(point.delayNanos()), point.use() * 100));
      svg.circle(x.place(millis(point)), height(point), 4, point.kept() ? "dot kept" : "dot left");
      svg.end();
    }
    return svg.done();
  }

  private void axes(Svg svg) {
    for (double mark = 0; mark <= MOST_PERCENT; mark += MOST_PERCENT / 4) {
      svg.line(LEFT, y.place(mark), RIGHT, y.place(mark), "grid");
      svg.text(LEFT - 8, y.place(mark) + 4, "tick end", Scale.label(mark));
    }
    svg.text(2, TOP - 14, "tick", "% of limit");
    for (double mark : x.marks()) {
      svg.line(x.place(mark), TOP, x.place(mark), BOTTOM, "grid");
      svg.text(x.place(mark), BOTTOM + 16, "tick middle", Scale.label(mark));
    }
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
    svg.text((LEFT + RIGHT) / 2.0, HEIGHT - 6, "tick middle", "delay each way, ms");
  }

  private void budget(Svg svg, long nanos) {
    double at = x.place(nanos / NANOS_PER_MILLI);
    svg.line(at, TOP, at, BOTTOM, "line budget");
    boolean right = at > (LEFT + RIGHT) / 2.0;
    svg.text(
        right ? at - 6 : at + 6,
        TOP - 14,
        right ? "budget end" : "budget",
        "plant file " + Figures.time(nanos));
  }

  private double height(Point point) {
    return y.place(point.use() * 100);
  }

  private static double millis(Point point) {
    return point.delayNanos() / NANOS_PER_MILLI;
  }
}
