package org.bumpless.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bumpless.reports.words.Figures;
import org.bumpless.reports.words.Reasons;
import org.bumpless.scenario.bench.Capture;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** The scenarios, feature by feature. */
record ScenariosView(int total, List<Counts.Count> counts, List<Feature> features) {

  /** A feature. */
  record Feature(String title, List<Counts.Count> counts, List<Item> scenarios) {}

  /**
   * A scenario.
   *
   * @param open whether it is shown at once: it did not pass
   * @param stations how the stations fared, in words
   * @param loops how control loops fared, in words
   * @param suffered what the process as a whole suffered, in words
   * @param plot of the touched signals; empty if nothing was touched
   * @param captures what passed the product; none where that cannot be seen
   */
  record Item(
      String anchor,
      String name,
      String id,
      String kind,
      Mark mark,
      boolean open,
      List<String> requirements,
      List<String> techniques,
      String took,
      List<String> reasons,
      List<Step> steps,
      List<String> evidence,
      List<String> stations,
      List<String> loops,
      List<String> suffered,
      String plot,
      List<CaptureLink> captures) {}

  /** The file with what passed the product. */
  record CaptureLink(String file, String words) {
    static CaptureLink of(Capture capture) {
      String lacks =
          Stream.of(
                  lack(capture.dropped(), "that the tap could not take"),
                  lack(capture.leftOut(), "left out, the file would grow too large"))
              .flatMap(Optional::stream)
              .collect(Collectors.joining());
      return new CaptureLink(
          capture.file(),
          Figures.many(capture.frames(), "frame", "frames") + " at the product's legs" + lacks);
    }

    private static Optional<String> lack(long frames, String why) {
      return frames == 0
          ? Optional.empty()
          : Optional.of(", %s more %s".formatted(Figures.count(frames), why));
    }
  }

  /** A step. */
  record Step(String keyword, String text, Mark mark, String message) {}

  static ScenariosView of(RunResult result, Anchors anchors) {
    ScenarioPlots plots = new ScenarioPlots(result);
    Map<String, List<ScenarioResult>> byFeature =
        result.scenarios().stream()
            .collect(
                Collectors.groupingBy(
                    ScenarioResult::feature, LinkedHashMap::new, Collectors.toList()));
    List<Feature> features =
        byFeature.entrySet().stream()
            .map(
                e ->
                    new Feature(
                        e.getKey(),
                        counts(e.getValue()),
                        e.getValue().stream().map(s -> item(s, anchors, plots)).toList()))
            .toList();
    return new ScenariosView(result.scenarios().size(), counts(result.scenarios()), features);
  }

  private static List<Counts.Count> counts(List<ScenarioResult> scenarios) {
    return Counts.of(scenarios.stream().map(s -> Mark.of(s.standing())).toList());
  }

  private static Item item(ScenarioResult scenario, Anchors anchors, ScenarioPlots plots) {
    boolean passed =
        scenario.standing() instanceof Standing.Judged(var verdict)
            && verdict instanceof Verdict.Pass;
    return new Item(
        anchors.of(scenario),
        scenario.name(),
        scenario.id(),
        scenario.kind().name().toLowerCase(Locale.ROOT),
        Mark.of(scenario.standing()),
        scenario.driven() && !passed,
        scenario.requirements(),
        scenario.techniques(),
        scenario.driven() ? Figures.time(scenario.endNanos() - scenario.startNanos()) : "",
        Reasons.condensed(scenario.standing().reasons()),
        scenario.steps().stream().map(s -> step(s, scenario.standing().reasons())).toList(),
        scenario.evidence(),
        stations(scenario),
        scenario.meanwhile().loops().stream().map(ScenariosView::loop).toList(),
        SufferedWords.of(scenario.meanwhile().suffered()),
        plots.of(scenario),
        scenario.meanwhile().capture().stream().map(CaptureLink::of).toList());
  }

  /** What a step says is left out where the scenario's reasons say it as well. */
  private static Step step(StepResult step, List<String> reasons) {
    boolean said =
        reasons.stream()
            .reduce((a, b) -> a + "; " + b)
            .map(all -> all.contains(step.message()))
            .orElse(false);
    int space = step.text().indexOf(' ');
    return new Step(
        space < 0 ? "" : step.text().substring(0, space),
        step.text().substring(space + 1),
        Mark.of(step.status()),
        said ? "" : step.message());
  }

  private static String loop(LoopFare loop) {
    String margin =
        loop.margin() < 0
            ? "beyond its limit by " + Figures.amount(-loop.margin(), loop.unit())
            : "at least %s from its limits".formatted(Figures.amount(loop.margin(), loop.unit()));
    String alarms = loop.alarms().isEmpty() ? "no alarm" : String.join(", ", loop.alarms());
    return "%s: integral error %s, %s, %s"
        .formatted(
            loop.signal(),
            Figures.amount(loop.integralError(), loop.unit() + "\u00b7s"),
            margin,
            alarms);
  }

  private static List<String> stations(ScenarioResult scenario) {
    long planned = scenario.meanwhile().stations().stream().mapToLong(Stations.Fare::planned).sum();
    if (!scenario.driven() || planned == 0) {
      return List.of();
    }
    List<String> missed =
        scenario.meanwhile().stations().stream()
            .filter(f -> f.missed() > 0)
            .map(ScenariosView::missed)
            .toList();
    return missed.isEmpty()
        ? List.of(Figures.many(planned, "poll", "polls") + " of the stations, all answered in time")
        : missed;
  }

  private static String missed(Stations.Fare fare) {
    String first =
        Optional.of(fare.why()).filter(w -> !w.isEmpty()).map(w -> "; first: " + w).orElse("");
    long host = fare.missed() - fare.blamed().missed();
    return "%s: %s of %s polls not answered in time, %s never%s%s"
        .formatted(
            fare.station(),
            Figures.count(fare.missed()),
            Figures.count(fare.planned()),
            Figures.count(fare.lost()),
            host == 0 ? "" : ", %s while the machine stood still".formatted(Figures.count(host)),
            first);
  }
}
