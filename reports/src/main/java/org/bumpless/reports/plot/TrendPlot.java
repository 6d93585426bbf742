package org.bumpless.reports.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bumpless.reports.curve.Thinning;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;

/**
 * Process signals over time, one panel for each unit, with spans of time marked behind them.
 *
 * @param title of the whole, for people who do not see it
 * @param height of one panel
 * @param fromNanos bench clock at the left end
 * @param toNanos bench clock at the right end
 * @param zeroNanos bench clock where the axis says 0
 */
public record TrendPlot(
    String title,
    int width,
    int height,
    long fromNanos,
    long toNanos,
    long zeroNanos,
    List<Panel> panels,
    List<Span> spans) {
  private static final int LEFT = 58;
  private static final int TOP = 12;
  private static final int GAP = 26;
  private static final int FOOT = 34;
  private static final int POINTS = 300;
  private static final int INKS = 4;
  private static final double NANOS_PER_SECOND = 1e9;

  public TrendPlot {
    panels = List.copyOf(panels);
    spans = List.copyOf(spans);
  }

  /**
   * Signals that share an axis.
   *
   * @param low lower end of the axis; widened by what the signals show
   * @param strong whether each signal has a line of its own to look at, or they are a crowd
   */
  public record Panel(
      String title, String unit, double low, double high, boolean strong, List<Series> signals) {
    public Panel {
      signals = List.copyOf(signals);
    }
  }

  /**
   * A span of time.
   *
   * @param tone class of its colour
   */
  public record Span(long fromNanos, long toNanos, String tone) {}

  public String draw() {
    int bottom = TOP + panels.size() * (height + GAP) - GAP;
    Scale x = new Scale.Linear(seconds(fromNanos), seconds(toNanos), LEFT, width - 12);
    Svg svg =
        Svg.image("trend", width, bottom + FOOT, title, Readback.of("seconds", x));
    for (Span span : spans) {
      double begin = x.place(seconds(span.fromNanos()));
      double end = x.place(seconds(span.toNanos()));
      svg.rect(begin, TOP, Math.max(1.5, end - begin), bottom - TOP, "span " + span.tone());
    }
    int top = TOP;
    for (Panel panel : panels) {
      panel(svg, panel, x, top);
      top += height + GAP;
    }
    for (double mark : x.marks()) {
      svg.text(x.place(mark), bottom + 16, "tick middle", Scale.label(mark));
    }
    svg.text(width - 12, bottom + 30, "tick end", "seconds since the run began");
    return svg.done();
  }

  private void panel(Svg svg, Panel panel, Scale x, int top) {
    Scale y = scale(panel, top);
    for (double mark : y.marks()) {
      svg.line(LEFT, y.place(mark), x.to(), y.place(mark), "grid");
      svg.text(LEFT - 8, y.place(mark) + 4, "tick end", Scale.label(mark));
    }
    svg.line(LEFT, top + height, x.to(), top + height, "axis");
    svg.text(LEFT + 6, top + 12, "panel", panel.title() + ", " + panel.unit());
    for (int i = 0; i < panel.signals().size(); i++) {
      Series series = panel.signals().get(i);
      List<Point> inside = new ArrayList<>(within(series));
      inside.removeIf(p -> !Double.isFinite(p.value()));
      svg.group(Readback.series(series.signal(), series.unit(), y));
      svg.polyline(
          Thinning.of(inside, POINTS).stream()
              .map(p -> new double[] {x.place(seconds(p.nanos())), y.place(p.value())})
              .toList(),
          panel.strong() ? "line ink" + i % INKS : "line crowd");
      svg.end();
    }
    if (panel.strong() && panel.signals().size() > 1) {
      svg.text(
          x.to() - 6,
          top + 12,
          "panel end",
          panel.signals().stream().map(Series::signal).collect(Collectors.joining(", ")));
    }
  }

  private Scale scale(Panel panel, int top) {
    double low = panel.low();
    double high = panel.high();
    for (Series series : panel.signals()) {
      for (Point point : within(series)) {
        if (Double.isFinite(point.value())) {
          low = Math.min(low, point.value());
          high = Math.max(high, point.value());
        }
      }
    }
    return new Scale.Linear(low, high, top + height, top);
  }

  private List<Point> within(Series series) {
    return series.points().stream()
        .filter(p -> p.nanos() >= fromNanos && p.nanos() <= toNanos)
        .toList();
  }

  private double seconds(long nanos) {
    return (nanos - zeroNanos) / NANOS_PER_SECOND;
  }
}
