package org.bumpless.reports.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bumpless.reports.curve.QuantileBand;
import org.bumpless.reports.curve.QuantileCurve;
import org.bumpless.reports.words.Figures;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.timing.Samples;

/**
 * The latency of all arms, quantile by quantile: to the right the rare slow answers, each nine as
 * wide as the one before. The budget is a stair that the product's curve must stay under: a curve
 * only rises, so to be under the stair everywhere is to be under it at each quantile that counts.
 */
public final class QuantilePlot {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 380;
  private static final int LEFT = 58;
  private static final int RIGHT = WIDTH - 16;
  private static final int TOP = 40;
  private static final int BOTTOM = HEIGHT - 44;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double AIR = 1.6;
  private static final int LEGEND_STEP = 130;

  private static final List<Arm> SHOWN =
      List.of(Arm.DIRECT, Arm.DIRECT_AGAIN, Arm.NULL_RELAY, Arm.PRODUCT);

  /** Whose certainty is drawn. */
  private static final List<Arm> BANDED = List.of(Arm.DIRECT, Arm.PRODUCT);

  private final LatencyFinding finding;
  private final Map<Arm, QuantileCurve> curves = new EnumMap<>(Arm.class);
  private final Scale x;
  private final Scale y;

  private QuantilePlot(LatencyFinding finding) {
    this.finding = finding;
    for (Arm arm : SHOWN) {
      curves.put(arm, QuantileCurve.of(samples(arm)));
    }
    int most = SHOWN.stream().mapToInt(arm -> samples(arm).count()).max().orElse(1);
    this.x = new Scale.Linear(0, Math.log10(2.0 * Math.max(most, 1000)), LEFT, RIGHT);
    double[] millis =
        curves.values().stream()
            .flatMap(c -> c.points().stream())
            .mapToDouble(p -> Math.max(p.nanos(), 1000) / NANOS_PER_MILLI)
            .sorted()
            .toArray();
    double budget =
        finding.figures().stream()
            .mapToDouble(f -> f.budgetNanos() / NANOS_PER_MILLI)
            .max()
            .orElse(1);
    double low = millis.length == 0 ? budget / 1000 : Math.min(millis[0], budget / 10);
    double high = millis.length == 0 ? budget : Math.max(millis[millis.length - 1], budget);
    this.y = new Scale.Logarithmic(low / AIR, high * AIR, BOTTOM, TOP);
  }

  private Samples samples(Arm arm) {
    return finding.samples().getOrDefault(arm, Samples.NONE);
  }

  public static String of(LatencyFinding finding) {
    return new QuantilePlot(finding).draw();
  }

  private String draw() {
    Svg svg =
        Svg.image(
            "quantiles",
            WIDTH,
            HEIGHT,
            "Latency of " + finding.flow() + " by quantile; the figures stand in the table below",
            Readback.of("quantile", x));
    unclaimed(svg);
    axes(svg);
    budget(svg);
    BANDED.forEach(arm -> band(svg, arm));
    for (Arm arm : SHOWN) {
      QuantileCurve curve = curves.getOrDefault(arm, new QuantileCurve(List.of()));
      svg.group(Readback.series(arm.label(), "ms", y));
      svg.polyline(
          curve.points().stream()
              .map(p -> new double[] {x.place(p.decades()), y.place(millis(p.nanos()))})
              .toList(),
          "line " + kind(arm));
      svg.end();
      if (!curve.points().isEmpty() && lost(arm) > 0) {
        lost(svg, arm, curve.points().getLast());
      }
    }
    intervals(svg);
    legend(svg);
    svg.line(LEFT, TOP, LEFT, BOTTOM, "pointer");
    return svg.done();
  }

  /** What the curve can have been; open upwards where nobody knows. */
  private void band(Svg svg, Arm arm) {
    QuantileCurve curve = curves.getOrDefault(arm, new QuantileCurve(List.of()));
    List<QuantileBand.Point> points = QuantileBand.of(curve, samples(arm)).points();
    if (points.isEmpty()) {
      return;
    }
    List<double[]> rim = new ArrayList<>();
    points.forEach(p -> rim.add(new double[] {x.place(p.decades()), upper(p.highNanos())}));
    points
        .reversed()
        .forEach(p -> rim.add(new double[] {x.place(p.decades()), y.place(millis(p.lowNanos()))}));
    svg.polygon(rim, "band " + kind(arm));
  }

  private double upper(long nanos) {
    return nanos == Samples.LOST ? TOP : y.place(millis(nanos));
  }

  /** Beyond the slowest answer the curve has no end: an arrow out of the plot. */
  private void lost(Svg svg, Arm arm, QuantileCurve.Point last) {
    double at = x.place(last.decades());
    svg.line(at, y.place(millis(last.nanos())), at, TOP, "line lost " + kind(arm));
    svg.polyline(
        List.of(
            new double[] {at - 5, TOP + 8}, new double[] {at, TOP}, new double[] {at + 5, TOP + 8}),
        "line " + kind(arm));
    svg.text(at + 8, TOP + 12, "legend", Figures.count(lost(arm)) + " never answered");
  }

  private long lost(Arm arm) {
    return finding.samples().getOrDefault(arm, Samples.NONE).lost();
  }

  private void axes(Svg svg) {
    for (double mark : y.marks()) {
      svg.line(LEFT, y.place(mark), RIGHT, y.place(mark), "grid");
      svg.text(LEFT - 8, y.place(mark) + 4, "tick end", Scale.label(mark));
    }
    svg.text(LEFT - 8, TOP - 20, "tick end", "ms");
    List<Double> quantiles = List.of(0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999);
    for (double quantile : quantiles) {
      double decades = -Math.log10(1 - quantile);
      if (decades <= x.high()) {
        svg.line(x.place(decades), TOP, x.place(decades), BOTTOM, "grid");
        svg.text(x.place(decades), BOTTOM + 18, "tick middle", "p" + Scale.label(quantile * 100));
      }
    }
    svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis");
    svg.text(
        (LEFT + RIGHT) / 2.0,
        HEIGHT - 6,
        "tick middle",
        "share of requests that are answered at least as fast");
  }

  /** The stair: up to each quantile that counts, its budget; above it lies what must not be. */
  private void budget(Svg svg) {
    List<double[]> stair = new ArrayList<>();
    double from = LEFT;
    List<Figure> figures =
        finding.figures().stream().sorted(Comparator.comparingDouble(Figure::quantile)).toList();
    for (Figure figure : figures) {
      double to = x.place(-Math.log10(1 - figure.quantile()));
      double height = y.place(millis(figure.budgetNanos()));
      stair.add(new double[] {from, height});
      stair.add(new double[] {to, height});
      svg.text(
          to + 6,
          height + 4,
          "budget",
          figure.name() + " \u2264 " + Figures.time(figure.budgetNanos()));
      from = to;
    }
    if (stair.isEmpty()) {
      return;
    }
    List<double[]> beyond = new ArrayList<>(stair);
    beyond.add(new double[] {from, TOP});
    beyond.add(new double[] {LEFT, TOP});
    svg.polygon(beyond, "beyond");
    svg.polyline(stair, "line budget");
  }

  /** Where there are too few answers for a claim. */
  private void unclaimed(Svg svg) {
    int fewest = BANDED.stream().mapToInt(arm -> samples(arm).count()).min().orElse(0);
    // 95 % confidence needs that the chance of no exceedance among all is at most 5 %.
    double claimed = Math.log10(Math.max(fewest, 1) / -Math.log(0.05));
    double begin = x.place(Math.max(claimed, 0));
    svg.rect(begin, TOP, RIGHT - begin, BOTTOM - TOP, "unclaimed");
    if (RIGHT - begin > 90) {
      svg.text(RIGHT - 6, BOTTOM - 8, "tick end", "too few answers");
    }
  }

  /** The product's figures with what they can have been. */
  private void intervals(Svg svg) {
    for (Figure figure : finding.figures()) {
      if (figure.absolute().value() == Samples.LOST) {
        continue;
      }
      double at = x.place(-Math.log10(1 - figure.quantile()));
      svg.line(
          at,
          y.place(millis(figure.absolute().low())),
          at,
          y.place(millis(figure.absolute().high())),
          "line product interval");
      svg.circle(at, y.place(millis(figure.absolute().value())), 3.5, "dot product");
    }
  }

  private void legend(Svg svg) {
    double at = LEFT;
    for (Arm arm : SHOWN) {
      svg.line(at, 14, at + 26, 14, "line " + kind(arm));
      svg.text(at + 32, 18, "legend", arm.label());
      at += LEGEND_STEP;
    }
    svg.line(at, 14, at + 26, 14, "line budget");
    svg.text(at + 32, 18, "legend", "budget");
    at += LEGEND_STEP;
    svg.rect(at, 9, 26, 10, "band product");
    svg.text(at + 32, 18, "legend", "95 % certain");
  }

  private static double millis(long nanos) {
    return Math.max(nanos, 0) / NANOS_PER_MILLI;
  }

  private static String kind(Arm arm) {
    return arm.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
