package org.bumpless.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bumpless.reports.plot.TrendPlot;
import org.bumpless.reports.plot.TrendPlot.Panel;
import org.bumpless.reports.plot.TrendPlot.Span;
import org.bumpless.scenario.bench.Process.Point;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;

/** The plant's trends: around each scenario, and over the whole run. */
final class ScenarioPlots {
  private static final long BEFORE_NANOS = 1_000_000_000L;
  private static final long AFTER_NANOS = 2_000_000_000L;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 84;
  private static final int WHOLE_WIDTH = 1000;
  private static final int WHOLE_HEIGHT = 130;
  private static final double AIR = 0.08;
  private static final int POINTS_LEAST = 3;

  private final RunResult result;
  private final Map<String, Series> whole;

  ScenarioPlots(RunResult result) {
    this.result = result;
    this.whole =
        result.trends().stream()
            .collect(
                Collectors.toMap(Series::signal, s -> s, (a, b) -> a, LinkedHashMap::new));
  }

  /** What a scenario did to the signals that it touched; empty if there is too little to see. */
  String of(ScenarioResult scenario) {
    List<Series> touched =
        scenario.trends().stream().map(s -> whole.getOrDefault(s.signal(), s)).toList();
    if (touched.stream().noneMatch(s -> s.points().size() >= POINTS_LEAST)) {
      return "";
    }
    String title =
        "Trend of "
            + touched.stream().map(Series::signal).collect(Collectors.joining(", "))
            + " around the scenario";
    return new TrendPlot(
            title,
            WIDTH,
            HEIGHT,
            scenario.startNanos() - BEFORE_NANOS,
            scenario.endNanos() + AFTER_NANOS,
            result.startNanos(),
            panels(touched, true),
            List.of(span(scenario)))
        .draw();
  }

  /** All signals over the whole run; empty if nothing was recorded. */
  String run() {
    if (whole.values().stream().noneMatch(s -> s.points().size() >= POINTS_LEAST)) {
      return "";
    }
    List<Long> times =
        whole.values().stream().flatMap(s -> s.points().stream()).map(Point::nanos).toList();
    return new TrendPlot(
            "Trend of all recorded signals over the whole run",
            WHOLE_WIDTH,
            WHOLE_HEIGHT,
            times.stream().min(Comparator.naturalOrder()).orElseThrow(),
            times.stream().max(Comparator.naturalOrder()).orElseThrow(),
            result.startNanos(),
            panels(List.copyOf(whole.values()), false),
            result.scenarios().stream()
                .filter(ScenarioResult::driven)
                .filter(s -> s.kind() == ScenarioResult.Kind.ATTACK)
                .map(ScenarioPlots::span)
                .toList())
        .draw();
  }

  private static Span span(ScenarioResult scenario) {
    return new Span(
        scenario.startNanos(), scenario.endNanos(), Mark.of(scenario.standing()).tone());
  }

  /** One panel for each kind of signal: what stands behind the last dot of its name. */
  private List<Panel> panels(List<Series> signals, boolean strong) {
    Map<String, List<Series>> byKind =
        signals.stream()
            .collect(
                Collectors.groupingBy(
                    ScenarioPlots::kind, LinkedHashMap::new, Collectors.toList()));
    List<Panel> panels = new ArrayList<>();
    byKind.forEach(
        (kind, its) -> {
          double[] range = range(kind, its);
          String title = its.size() == 1 ? its.getFirst().signal() : kind;
          panels.add(
              new Panel(title, its.getFirst().unit(), range[0], range[1], strong, its));
        });
    return panels;
  }

  /** The same for all plots of a kind, so that they can be compared. */
  private double[] range(String kind, List<Series> own) {
    List<Double> values =
        (whole.isEmpty() ? own.stream() : whole.values().stream())
            .filter(s -> kind(s).equals(kind))
            .flatMap(s -> s.points().stream())
            .map(Point::value)
            .filter(Double::isFinite)
            .toList();
    double low = values.stream().min(Comparator.naturalOrder()).orElse(0.0);
    double high = values.stream().max(Comparator.naturalOrder()).orElse(1.0);
    double air = Math.max((high - low) * AIR, Math.max(1, Math.abs(high)) * 0.01);
    return new double[] {low - air, high + air};
  }

  private static String kind(Series series) {
    return series.signal().substring(series.signal().lastIndexOf('.') + 1);
  }
}
