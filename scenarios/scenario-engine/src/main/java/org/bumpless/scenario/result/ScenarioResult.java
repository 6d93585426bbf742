package org.bumpless.scenario.result;

import java.util.List;
import org.bumpless.scenario.verdict.Standing;

/**
 * How a scenario went.
 *
 * @param id stable: feature file and line of the scenario, for example {@code
 *     attack/identity.feature:12}
 * @param kind what it is about
 * @param requirements ids of the requirements it verifies
 * @param techniques MITRE ATT&amp;CK for ICS ids
 * @param startNanos bench clock; meaningless unless it was driven, as is the end
 * @param evidence what was seen in the plant and at the clients, in order
 * @param meanwhile what went on in the plant
 */
public record ScenarioResult(
    String id,
    String name,
    String feature,
    Kind kind,
    List<String> requirements,
    List<String> techniques,
    Standing standing,
    long startNanos,
    long endNanos,
    List<StepResult> steps,
    List<String> evidence,
    Meanwhile meanwhile) {

  /** Whether anything was done at all. */
  public boolean driven() {
    return standing instanceof Standing.Judged;
  }

  /** What a scenario is about. */
  public enum Kind {
    /** Somebody does what must not take hold. */
    ATTACK,
    /** Somebody does legitimate work. */
    MAINTENANCE,
    /** A part of the product is asked for what it must refuse and for what it must permit. */
    CONFORMANCE
  }

  /**
   * One step.
   *
   * @param text with its keyword, as the feature file has it
   */
  public record StepResult(String text, Status status, String message) {
    /** How a step went. */
    public enum Status {
      PASSED,
      FAILED,
      INCONCLUSIVE,
      SKIPPED
    }
  }
}
