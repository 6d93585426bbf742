package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bumpless.scenario.result.Meanwhile;
import org.bumpless.scenario.result.Measured;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Standing PASS = new Standing.Judged(new Verdict.Pass());
  private static final Standing FAIL = new Standing.Judged(new Verdict.Fail("it got through"));
  private static final Standing OPEN =
      new Standing.Judged(new Verdict.Inconclusive("nobody saw it"));

  @Test
  void ofTwoRoundsTheWorseCounts() {
    Outcome first = outcome(driven("a", PASS, 1), driven("b", FAIL, 1), driven("c", OPEN, 1));
    Outcome second = outcome(driven("a", OPEN, 2), driven("b", PASS, 2), driven("c", FAIL, 2));

    assertThat(first.worst(second).scenarios())
        .extracting(ScenarioResult::standing)
        .containsExactly(OPEN, FAIL, FAIL);
  }

  @Test
  void ofTwoAlikeTheLaterIsKept() {
    Outcome together = outcome(driven("a", PASS, 1)).worst(outcome(driven("a", PASS, 2)));

    assertThat(together.scenarios())
        .singleElement()
        .extracting(ScenarioResult::startNanos)
        .isEqualTo(2L);
  }

  @Test
  void whatOnlyOneRoundHasIsKept() {
    Outcome together = outcome(driven("a", PASS, 1)).worst(outcome(driven("b", PASS, 2)));

    assertThat(together.scenarios()).extracting(ScenarioResult::id).containsExactly("a", "b");
    assertThat(Outcome.NONE.worst(together)).isEqualTo(together);
  }

  @Test
  void timesAreKeptByWhatTheyAreOf() {
    TimingFigure good = figure("set-up", new Verdict.Pass());
    TimingFigure bad = figure("set-up", new Verdict.Fail("too late"));
    TimingFigure other = figure("time to revoke", new Verdict.Pass());

    assertThat(timed(bad, other).worst(timed(good, other)).measured().timings())
        .containsExactly(bad, other);
  }

  private static Outcome outcome(ScenarioResult... results) {
    return new Outcome(Arrays.asList(results), Measured.NOTHING);
  }

  private static Outcome timed(TimingFigure... figures) {
    return new Outcome(List.of(), new Measured(List.of(), Arrays.asList(figures), List.of()));
  }

  private static TimingFigure figure(String quantity, Verdict verdict) {
    return new TimingFigure(quantity, "a scenario", "host", 1, 2, 3, verdict);
  }

  private static ScenarioResult driven(String id, Standing standing, long startNanos) {
    return new ScenarioResult(
        id,
        id,
        "attack",
        ScenarioResult.Kind.ATTACK,
        List.of(),
        List.of(),
        standing,
        startNanos,
        startNanos + 1,
        List.of(),
        List.of(),
        Meanwhile.NOTHING);
  }
}
