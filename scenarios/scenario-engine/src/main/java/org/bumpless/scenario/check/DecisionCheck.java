package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.scenario.decision.Finding;
import org.bumpless.scenario.decision.Score;
import org.bumpless.scenario.decision.Score.Missing;
import org.bumpless.scenario.verdict.Verdict;

/** Judges a decision point by what its answers were worth. */
public final class DecisionCheck {
  private static final int TOLD_MAX = 10;

  private DecisionCheck() {}

  /**
   * That every question was answered with a decision, each as the policy means, and that no rule is
   * broken.
   *
   * <p>A wrong decision is a failure, and so is an answer against the interface. No answer at all
   * may be the host's doing: nothing is shown then, least of all a denial.
   */
  public static Verdict asThePolicyMeans(Score score) {
    List<String> evidence = new ArrayList<>();
    score.findings().stream().limit(TOLD_MAX).map(Finding::inWords).forEach(evidence::add);
    if (score.findings().size() > TOLD_MAX) {
      evidence.add("and %d more such faults".formatted(score.findings().size() - TOLD_MAX));
    }
    score.breaches().forEach(breach -> evidence.add("rule broken: " + breach.example()));
    List<String> open = new ArrayList<>();
    score
        .lacks()
        .forEach((lack, missing) -> (lack.breach() ? evidence : open).add(told(lack, missing)));
    if (!evidence.isEmpty()) {
      evidence.addAll(open);
      return new Verdict.Fail(evidence);
    }
    if (score.asked() < score.planned()) {
      open.add(
          "%d of %d questions were not asked any more, as no decision came"
              .formatted(score.planned() - score.asked(), score.planned()));
    }
    if (score.permits() == 0 || score.denials() == 0 || score.pairs() == 0) {
      open.add(
          "%d permits, %d denials, %d pairs to hold rules against: too few to show anything"
              .formatted(score.permits(), score.denials(), score.pairs()));
    }
    return open.isEmpty() ? new Verdict.Pass() : new Verdict.Inconclusive(open);
  }

  private static String told(Lack lack, Missing missing) {
    return "no decision on %d questions: %s, for example: %s"
        .formatted(missing.questions(), lack.words(), missing.cause());
  }
}
