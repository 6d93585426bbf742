package org.bumpless.scenario.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RollUpTest {
  private static final Verdict PASS = new Verdict.Pass();
  private static final Verdict OPEN = new Verdict.Inconclusive("too few samples");
  private static final Verdict FAIL = new Verdict.Fail("LIC-1.SP changed");

  @Test
  void ofNothingIsInconclusiveAndNeverPass() {
    assertThat(RollUp.of(List.of(), "no scenario was driven"))
        .isEqualTo(new Verdict.Inconclusive("no scenario was driven"));
  }

  @Test
  void failBeforeInconclusiveBeforePass() {
    assertThat(RollUp.of(List.of(PASS, PASS), "nothing")).isEqualTo(PASS);
    assertThat(RollUp.of(List.of(PASS, OPEN, PASS), "nothing")).isEqualTo(OPEN);
    assertThat(RollUp.of(List.of(PASS, OPEN, FAIL, PASS), "nothing")).isEqualTo(FAIL);
  }

  @Test
  void allEvidenceIsKeptAndTheOrderOfIt() {
    assertThat(RollUp.of(List.of(FAIL, OPEN, new Verdict.Fail(List.of("b", "c"))), "nothing"))
        .isEqualTo(new Verdict.Fail(List.of("LIC-1.SP changed", "b", "c")));
    assertThat(RollUp.of(List.of(OPEN, new Verdict.Inconclusive("x")), "nothing"))
        .isEqualTo(new Verdict.Inconclusive(List.of("too few samples", "x")));
  }

  @RepeatedTest(20)
  void theOrderOfTheVerdictsDoesNotMatter(RepetitionInfo repetition) {
    long seed = 31L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      verdicts.add(List.of(PASS, OPEN, FAIL).get(random.nextInt(3)));
    }
    String expected =
        verdicts.contains(FAIL) ? "FAIL" : verdicts.contains(OPEN) ? "INCONCLUSIVE" : "PASS";

    Collections.shuffle(verdicts, random);

    assertThat(RollUp.of(verdicts, "nothing").word()).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void aVerdictOtherThanPassNeedsAReason() {
    assertThatThrownBy(() -> new Verdict.Fail(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Verdict.Inconclusive(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyStandingHasItsWord() {
    assertThat(
            List.of(
                new Standing.Judged(PASS),
                new Standing.Judged(FAIL),
                new Standing.Judged(OPEN),
                new Standing.NotApplicable("x"),
                new Standing.NotMeasurable("x"),
                new Standing.Untested("x")))
        .map(Standing::word)
        .containsExactly(
            "PASS", "FAIL", "INCONCLUSIVE", "NOT APPLICABLE", "NOT MEASURABLE", "UNTESTED");
  }
}
