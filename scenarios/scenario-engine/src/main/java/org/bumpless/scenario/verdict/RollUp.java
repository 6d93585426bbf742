package org.bumpless.scenario.verdict;

import java.util.ArrayList;
import java.util.List;

/** Makes one verdict of many: FAIL before INCONCLUSIVE before PASS. */
public final class RollUp {
  private RollUp() {}

  /**
   * The verdict of the whole.
   *
   * @param nothing what it means if there is no verdict at all, for example "no scenario was
   *     applicable": a whole of which nothing was judged is INCONCLUSIVE
   */
  public static Verdict of(List<Verdict> verdicts, String nothing) {
    List<String> evidence = new ArrayList<>();
    List<String> why = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      switch (verdict) {
        case Verdict.Pass() -> {}
        case Verdict.Fail(var seen) -> evidence.addAll(seen);
        case Verdict.Inconclusive(var reasons) -> why.addAll(reasons);
      }
    }
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(evidence);
    }
    if (!why.isEmpty()) {
      return new Verdict.Inconclusive(why);
    }
    return verdicts.isEmpty() ? new Verdict.Inconclusive(nothing) : new Verdict.Pass();
  }
}
