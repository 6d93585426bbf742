package org.bumpless.scenario.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.scenario.testing.Story.ms;

import java.util.List;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;

class SetUpCheckTest {
  @Test
  void allInsideTheBudgetPass() {
    assertThat(judge(HostStalls.NONE, ms(20), ms(1_000))).isEqualTo(new Verdict.Pass());
  }

  @Test
  void oneBeyondTheBudgetFails() {
    assertThat(judge(HostStalls.NONE, ms(20), ms(1_001)))
        .isEqualTo(
            new Verdict.Fail(
                "the slowest of 2 set-ups took 1001.000 ms; the budget is 1000.000 ms"));
  }

  @Test
  void noneIsNothingToJudge() {
    assertThat(judge(HostStalls.NONE)).isInstanceOf(Verdict.Inconclusive.class);
  }

  @Test
  void whatWasSlowWhileTheHostStoodStillIsInconclusive() {
    assertThat(judge((from, to) -> ms(251), ms(1_100))).isInstanceOf(Verdict.Inconclusive.class);
    assertThat(judge((from, to) -> ms(250), ms(1_100))).isInstanceOf(Verdict.Fail.class);
    assertThat(judge((from, to) -> ms(900), ms(900))).isEqualTo(new Verdict.Pass());
  }

  private static Verdict judge(HostStalls stalls, Long... nanos) {
    return SetUpCheck.eachInside("set-ups", List.of(nanos), ms(1_000), stalls, 0, ms(5_000));
  }
}
