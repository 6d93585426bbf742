package org.bumpless.reports.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private static final double FLAT = 0.01;
  private static final double NANOS_PER_SECOND = 1e9;

  public TrendPlot {
    panels = List.copyOf(panels);
    spans = List.copyOf(spans);
  }

  /**
   * Signals that share an axis.
   *
   * @param low lower end of the axis; widened by what the signals show
   * @param followed names of the signals that are to be looked at; the others are a crowd behind
   *     them
   */
  public record Panel(
      String title,
      String unit,
      double low,
      double high,
      List<Series> signals,
      Set<String> followed) {
    public Panel {
      signals = List.copyOf(signals);
      followed = Set.copyOf(followed);
    }

    private List<Series> crowd() {
      return signals.stream().filter(s -> !followed.contains(s.signal())).toList();
    }

    private List<Series> strong() {
      return signals.stream().filter(s -> followed.contains(s.signal())).toList();
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
    Svg svg = Svg.image("trend", width, bottom + FOOT, title, Readback.of("seconds", x));
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
    svg.line(LEFT, TOP, LEFT, bottom, "pointer");
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
    panel.crowd().forEach(s -> line(svg, s, x, y, "line crowd"));
    List<Series> strong = panel.strong();
    for (int i = 0; i < strong.size(); i++) {
      line(svg, strong.get(i), x, y, strong.size() > INKS ? "line ink0 many" : "line ink" + i);
    }
  }

  private void line(Svg svg, Series series, Scale x, Scale y, String kind) {
    List<Point> inside = new ArrayList<>(within(series));
    inside.removeIf(p -> !Double.isFinite(p.value()));
    svg.group(Readback.series(series.signal(), series.unit(), y));
    svg.polyline(
        Thinning.of(inside, POINTS).stream()
            .map(p -> new double[] {x.place(seconds(p.nanos())), y.place(p.value())})
            .toList(),
        kind);
    svg.end();
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
    double air = low < high ? 0 : Math.max(1, Math.abs(high)) * FLAT;
    return new Scale.Linear(low - air, high + air, top + height, top);
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
