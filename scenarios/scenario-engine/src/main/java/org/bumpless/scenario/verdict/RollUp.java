package org.bumpless.scenario.verdict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes one verdict of many: FAIL before INCONCLUSIVE before PASS; no reason is told twice. */
public final class RollUp {
  private RollUp() {}

  /**
   * The verdict of the whole.
   *
   * @param nothing what it means if there is no verdict at all, for example "no scenario was
   *     applicable": a whole of which nothing was judged is INCONCLUSIVE
   */
  public static Verdict of(List<Verdict> verdicts, String nothing) {
    Set<String> evidence = new LinkedHashSet<>();
    Set<String> why = new LinkedHashSet<>();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Pass() -> {}
        case Verdict.Fail(var seen) -> evidence.addAll(seen);
        case Verdict.Inconclusive(var reasons) -> why.addAll(reasons);
      }
    }
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(List.copyOf(evidence));
    }
    if (!why.isEmpty()) {
      return new Verdict.Inconclusive(List.copyOf(why));
    }
    return verdicts.isEmpty() ? new Verdict.Inconclusive(nothing) : new Verdict.Pass();
  }
}
