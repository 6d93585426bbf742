package org.bumpless.reports.html;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.plant.model.Asset;
import org.bumpless.reports.words.Figures;
import org.bumpless.reports.words.Headline;
import org.bumpless.reports.words.Reasons;
import org.bumpless.scenario.result.Aspect;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/**
 * The top of the page: what a plant manager reads in a minute.
 *
 * @param early why the run did not come to its end; empty if it did
 * @param wrong what failed; empty if nothing did
 * @param unsettled what could not be judged, and what would settle it
 */
record SummaryView(
    Mark verdict,
    String sentence,
    String early,
    List<AspectView> aspects,
    List<Fact> tested,
    Findings wrong,
    Findings unsettled) {
  private static final int FINDINGS_MAX = 6;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** One of the three things that are told of a product. */
  record AspectView(String title, String meaning, Mark mark, String count) {}

  /** A name and what it is. */
  record Fact(String name, String value) {}

  /**
   * Some scenarios and what was found in them.
   *
   * @param more how many are not listed, in words; empty if all are
   */
  record Findings(List<Finding> list, String more) {
    boolean some() {
      return !list.isEmpty();
    }
  }

  /**
   * What was found.
   *
   * @param anchor of the scenario; empty if it belongs to none
   */
  record Finding(String anchor, String name, String reason) {}

  static SummaryView of(RunResult result, Anchors anchors) {
    return new SummaryView(
        Mark.of(result.verdict()),
        Headline.of(result),
        early(result),
        Aspect.of(result).stream().map(SummaryView::aspect).toList(),
        tested(result),
        findings(result, anchors, Verdict.Fail.class),
        findings(result, anchors, Verdict.Inconclusive.class));
  }

  private static String early(RunResult result) {
    return switch (result.status()) {
      case FINISHED -> "";
      case INTERRUPTED ->
          "This run ended before its time. What was not driven is listed as untested.";
      case RUNNING -> "This run has not come to its end yet.";
    };
  }

  private static AspectView aspect(Aspect aspect) {
    String count = aspect.judged() == 0 ? "nothing of it was judged" : count(aspect);
    Mark mark = Mark.of(aspect.standing());
    return switch (aspect.kind()) {
      case ENFORCEMENT -> new AspectView("Enforcement", "Attacks are stopped.", mark, count);
      case HARMLESSNESS ->
          new AspectView("Harmlessness", "Legitimate work goes through.", mark, count);
      case DETERMINISM ->
          new AspectView("Determinism", "Times stay inside their budgets.", mark, count);
    };
  }

  private static String count(Aspect aspect) {
    if (aspect.passed() == aspect.judged()) {
      return "all " + Figures.count(aspect.judged()) + " passed";
    }
    List<String> parts = new ArrayList<>();
    if (aspect.failed() > 0) {
      parts.add(Figures.count(aspect.failed()) + " failed");
    }
    if (aspect.open() > 0) {
      parts.add(Figures.count(aspect.open()) + " open");
    }
    parts.add(Figures.count(aspect.passed()) + " passed");
    return String.join(", ", parts);
  }

  private static List<Fact> tested(RunResult result) {
    Duration took = Duration.between(result.manifest().started(), result.ended());
    String product = result.sut().product();
    String tags = result.manifest().tags();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Product", result.sut().title()));
    facts.add(
        new Fact(
            "Maker",
            product + result.sut().pdp().map(p -> "; decisions by " + p.provider()).orElse("")));
    facts.add(
        new Fact(
            "Plant",
            "%s: %s in %s"
                .formatted(
                    result.plant().title(),
                    Figures.many(
                        result.plant().assets(Asset.Controller.class).size(),
                        "controller",
                        "controllers"),
                    Figures.many(result.plant().zones().size(), "zone", "zones"))));
    facts.add(
        new Fact(
            "Profile",
            result.profile().title() + (tags.isEmpty() ? "" : ", only scenarios with " + tags)));
    if (result.manifest().host().clock().equals("virtual")) {
      facts.add(new Fact("Time", "virtual, in lock-step: verdicts on logic, none on latency"));
    }
    facts.add(
        new Fact(
            "When", WHEN.format(result.manifest().started()) + ", for " + Figures.length(took)));
    return facts;
  }

  private static Findings findings(
      RunResult result, Anchors anchors, Class<? extends Verdict> kind) {
    List<Finding> all = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (ScenarioResult scenario : result.scenarios()) {
      if (scenario.standing() instanceof Standing.Judged(var verdict) && kind.isInstance(verdict)) {
        said.addAll(verdict.reasons());
        String reason = Reasons.condensed(verdict.reasons()).getFirst();
        all.add(new Finding(anchors.of(scenario), scenario.name(), reason));
      }
    }
    if (kind.isInstance(result.verdict())) {
      result.verdict().reasons().stream()
          .filter(r -> !said.contains(r))
          .distinct()
          .forEach(r -> all.addFirst(new Finding("", "The run as a whole", r)));
    }
    int more = all.size() - FINDINGS_MAX;
    return new Findings(
        all.stream().limit(FINDINGS_MAX).toList(),
        more <= 0 ? "" : "and " + Figures.many(more, "scenario", "scenarios") + " more, below");
  }
}
