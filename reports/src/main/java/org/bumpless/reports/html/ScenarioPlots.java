package org.bumpless.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private static final long MARGIN_NANOS_LEAST = 250_000_000L;
  private static final int MARGIN_PART = 10;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 84;
  private static final int WHOLE_WIDTH = 1000;
  private static final int WHOLE_HEIGHT = 130;
  private static final double AIR = 0.08;
  private static final int POINTS_LEAST = 4;

  private final RunResult result;
  private final Map<String, Series> whole;

  ScenarioPlots(RunResult result) {
    this.result = result;
    this.whole =
        result.trends().stream()
            .collect(Collectors.toMap(Series::signal, s -> s, (a, b) -> a, LinkedHashMap::new));
  }

  /** What a scenario did to the signals that it touched; empty if there is too little to see. */
  String of(ScenarioResult scenario) {
    long took = scenario.endNanos() - scenario.startNanos();
    long margin = Math.max(MARGIN_NANOS_LEAST, took / MARGIN_PART);
    long from = scenario.startNanos() - margin;
    long to = scenario.endNanos() + margin;
    List<Series> touched =
        scenario.meanwhile().trends().stream()
            .map(s -> whole.getOrDefault(s.signal(), s))
            .map(s -> within(s, from, to))
            .toList();
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
            from,
            to,
            result.startNanos(),
            panels(touched, touched),
            List.of(span(scenario)))
        .draw();
  }

  /** Between which values each kind of signal stayed over the whole run, in words. */
  List<String> ranges() {
    Map<String, List<Series>> byKind = byKind(List.copyOf(whole.values()));
    List<String> ranges = new ArrayList<>();
    byKind.forEach(
        (kind, its) -> {
          DoubleSummaryStatistics values =
              values(its).stream().mapToDouble(Double::doubleValue).summaryStatistics();
          if (values.getCount() > 0) {
            ranges.add(
                String.format(
                    Locale.ROOT,
                    "%s %.1f to %.1f %s",
                    kind,
                    values.getMin(),
                    values.getMax(),
                    its.getFirst().unit()));
          }
        });
    return ranges;
  }

  private static Map<String, List<Series>> byKind(List<Series> signals) {
    return signals.stream()
        .collect(
            Collectors.groupingBy(ScenarioPlots::kind, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<Double> values(List<Series> signals) {
    return signals.stream()
        .flatMap(s -> s.points().stream())
        .map(Point::value)
        .filter(Double::isFinite)
        .toList();
  }

  private static Series within(Series series, long from, long to) {
    return new Series(
        series.signal(),
        series.unit(),
        series.points().stream().filter(p -> p.nanos() >= from && p.nanos() < to).toList());
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
            panels(List.copyOf(whole.values()), attacked()),
            result.scenarios().stream()
                .filter(ScenarioResult::driven)
                .filter(s -> s.kind() == ScenarioResult.Kind.ATTACK)
                .map(ScenarioPlots::span)
                .toList())
        .draw();
  }

  /** The signals that attacks were about. */
  private List<Series> attacked() {
    return result.scenarios().stream()
        .filter(s -> s.kind() == ScenarioResult.Kind.ATTACK)
        .flatMap(s -> s.meanwhile().trends().stream())
        .toList();
  }

  private static Span span(ScenarioResult scenario) {
    return new Span(
        scenario.startNanos(), scenario.endNanos(), Mark.of(scenario.standing()).tone());
  }

  /** One panel for each kind of signal: what stands behind the last dot of its name. */
  private List<Panel> panels(List<Series> signals, List<Series> followed) {
    Set<String> names = followed.stream().map(Series::signal).collect(Collectors.toSet());
    List<Panel> panels = new ArrayList<>();
    byKind(signals)
        .forEach(
            (kind, its) -> {
              double[] range = range(kind, its);
              String title = its.size() == 1 ? its.getFirst().signal() : kind;
              panels.add(new Panel(title, its.getFirst().unit(), range[0], range[1], its, names));
            });
    return panels;
  }

  /** The same for all plots of a kind, so that they can be compared. */
  private double[] range(String kind, List<Series> own) {
    List<Series> all = whole.values().stream().filter(s -> kind(s).equals(kind)).toList();
    List<Double> values = values(all.isEmpty() ? own : all);
    double low = values.stream().min(Comparator.naturalOrder()).orElse(0.0);
    double high = values.stream().max(Comparator.naturalOrder()).orElse(1.0);
    double air = Math.max((high - low) * AIR, Math.max(1, Math.abs(high)) * 0.01);
    return new double[] {low - air, high + air};
  }

  private static String kind(Series series) {
    return series.signal().substring(series.signal().lastIndexOf('.') + 1);
  }
}
