package org.bumpless.scenario.verdict;

import java.util.List;

/** How a scenario or a requirement stands after a run. */
public sealed interface Standing {
  /** It was driven and judged. */
  record Judged(Verdict verdict) implements Standing {}

  /** The product does not declare what it would take. */
  record NotApplicable(String why) implements Standing {}

  /** This bench cannot observe it, for example a way around the product on the loopback fabric. */
  record NotMeasurable(String why) implements Standing {}

  /** No scenario verified it in this run. */
  record Untested(String why) implements Standing {}

  /** PASS, FAIL, INCONCLUSIVE, NOT APPLICABLE, NOT MEASURABLE or UNTESTED. */
  default String word() {
    return switch (this) {
      case Judged(var verdict) -> verdict.word();
      case NotApplicable(var ignored) -> "NOT APPLICABLE";
      case NotMeasurable(var ignored) -> "NOT MEASURABLE";
      case Untested(var ignored) -> "UNTESTED";
    };
  }

  /** The sentences that go with it; none for a pass. */
  default List<String> reasons() {
    return switch (this) {
      case Judged(var verdict) -> verdict.reasons();
      case NotApplicable(var why) -> List.of(why);
      case NotMeasurable(var why) -> List.of(why);
      case Untested(var why) -> List.of(why);
    };
  }
}
