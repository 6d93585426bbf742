package org.bumpless.scenario.decision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pdp.Lack;

/**
 * What a decision point's answers are worth.
 *
 * @param planned questions there were to ask
 * @param asked questions that were asked; fewer if it fell silent
 * @param permits decisions to permit, right or wrong
 * @param denials decisions to deny, right or wrong
 * @param lacks questions without a decision, by what came in its place
 * @param wrong decisions that are not what the policy means
 * @param findings the simplest questions that show why, most alike to a permitted one first
 * @param pairs pairs of questions that a rule was held against
 * @param breaches rules that were broken
 */
public record Score(
    int planned,
    int asked,
    int permits,
    int denials,
    Map<Lack, Missing> lacks,
    int wrong,
    List<Finding> findings,
    int pairs,
    List<Breach> breaches) {
  public Score {
    lacks = lacks.isEmpty() ? Map.of() : new EnumMap<>(lacks);
    findings = List.copyOf(findings);
    breaches = List.copyOf(breaches);
  }

  /**
   * Questions without a decision.
   *
   * @param cause of the first of them
   */
  public record Missing(int questions, String cause) {
    Missing again() {
      return new Missing(questions + 1, cause);
    }
  }

  /**
   * A rule that does not hold.
   *
   * @param example of the simplest pair, in words
   */
  public record Breach(Rule rule, int pairs, String example) {}

  /** One sentence for the report. */
  public String inWords() {
    return "%d of %d questions asked: %d permits and %d denials, %d of them not what the policy means; %d without a decision; rules held against %d pairs, %d broken"
        .formatted(
            asked,
            planned,
            permits,
            denials,
            wrong,
            lacks.values().stream().mapToInt(Missing::questions).sum(),
            pairs,
            breaches.size());
  }
}
