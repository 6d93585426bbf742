package org.bumpless.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bumpless.reports.words.Reasons;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunResult;

/** The requirements, family by family. */
record RequirementsView(int total, List<Counts.Count> counts, List<Family> families) {

  /** A family. */
  record Family(String id, String title, List<Counts.Count> counts, List<Row> rows) {}

  /**
   * A requirement.
   *
   * @param level whether it counts in this profile, in words; empty for what always does
   * @param reasons why it stands so, where no scenario says it
   */
  record Row(
      String id,
      String anchor,
      String text,
      String source,
      String level,
      Mark mark,
      List<String> reasons,
      List<Anchors.Link> scenarios) {}

  static RequirementsView of(RunResult result, Anchors anchors) {
    List<Family> families = new ArrayList<>();
    for (Map.Entry<String, String> family : result.families().entrySet()) {
      List<Row> rows =
          result.requirements().stream()
              .filter(r -> r.requirement().family().equals(family.getKey()))
              .map(r -> row(result, r, anchors))
              .toList();
      if (!rows.isEmpty()) {
        families.add(new Family(family.getKey(), family.getValue(), counts(rows), rows));
      }
    }
    List<Row> all = families.stream().flatMap(f -> f.rows().stream()).toList();
    return new RequirementsView(all.size(), counts(all), families);
  }

  private static List<Counts.Count> counts(List<Row> rows) {
    return Counts.of(rows.stream().map(Row::mark).toList());
  }

  private static Row row(RunResult result, RequirementResult its, Anchors anchors) {
    Requirement requirement = its.requirement();
    List<Anchors.Link> links =
        its.scenarios().stream().flatMap(name -> anchors.named(name).stream()).toList();
    return new Row(
        requirement.id(),
        "requirement-" + requirement.id(),
        requirement.text(),
        requirement.source(),
        level(result, requirement),
        Mark.of(its.standing()),
        links.isEmpty() || !judged(its) ? Reasons.condensed(its.standing().reasons()) : List.of(),
        links);
  }

  private static boolean judged(RequirementResult its) {
    return its.standing() instanceof org.bumpless.scenario.verdict.Standing.Judged;
  }

  private static String level(RunResult result, Requirement requirement) {
    if (result.profile().needs().contains(requirement.level())) {
      return "";
    }
    return requirement.level().name().toLowerCase(Locale.ROOT) + ", not asked for by this profile";
  }
}
