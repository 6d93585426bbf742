package org.bumpless.reports.html;

import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/**
 * How a thing stands, as a page shows it: by word, by sign and by colour.
 *
 * @param tone class of its colour
 */
record Mark(String word, String sign, String tone) {
  private static final Mark PASS = new Mark("PASS", "✓", "pass");
  private static final Mark FAIL = new Mark("FAIL", "✕", "fail");
  private static final Mark OPEN = new Mark("INCONCLUSIVE", "?", "open");
  private static final Mark NOT_APPLICABLE = new Mark("NOT APPLICABLE", "–", "out");
  private static final Mark NOT_MEASURABLE = new Mark("NOT MEASURABLE", "∅", "blind");
  private static final Mark UNTESTED = new Mark("UNTESTED", "○", "idle");

  static Mark of(Standing standing) {
    return switch (standing) {
      case Standing.Judged(var verdict) -> of(verdict);
      case Standing.NotApplicable(var ignored) -> NOT_APPLICABLE;
      case Standing.NotMeasurable(var ignored) -> NOT_MEASURABLE;
      case Standing.Untested(var ignored) -> UNTESTED;
    };
  }

  static Mark of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass() -> PASS;
      case Verdict.Fail(var ignored) -> FAIL;
      case Verdict.Inconclusive(var ignored) -> OPEN;
    };
  }

  static Mark of(StepResult.Status status) {
    return switch (status) {
      case PASSED -> new Mark("passed", PASS.sign(), PASS.tone());
      case FAILED -> new Mark("failed", FAIL.sign(), FAIL.tone());
      case INCONCLUSIVE -> new Mark("inconclusive", OPEN.sign(), OPEN.tone());
      case SKIPPED -> new Mark("skipped", "·", "idle");
    };
  }

  /** All of them, the worst first: the order of legends and counts. */
  static java.util.List<Mark> all() {
    return java.util.List.of(FAIL, OPEN, PASS, NOT_APPLICABLE, NOT_MEASURABLE, UNTESTED);
  }
}
