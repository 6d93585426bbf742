package org.bumpless.plc.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void firstFailureIsTriedAgainAtOnce() {
    BackOff backOff = new BackOff(0, 1);
    backOff.failed(0);
    assertThat(backOff.quietAt(1)).isFalse();
  }

  @Test
  void waitDoublesUpToTwoSeconds() {
    BackOff only = new BackOff(0, 1);
    only.failed(0);
    assertThat(IntStream.range(0, 5).mapToLong(failure -> waitAfterFailure(only)))
        .containsExactly(SECOND / 2, SECOND, 2 * SECOND, 2 * SECOND, 2 * SECOND);
  }

  @Test
  void anAnswerStartsAnew() {
    BackOff backOff = new BackOff(0, 1);
    backOff.failed(0);
    backOff.failed(0);
    backOff.answered();
    backOff.failed(SECOND);
    assertThat(backOff.quietAt(SECOND)).isFalse();
    assertThat(waitAfterFailure(backOff)).isEqualTo(SECOND / 2);
  }

  @Test
  void noTwoLinesOfAStationComeBackTogether() {
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(line -> new BackOff(line, 20))
                .peek(backOff -> backOff.failed(0))
                .mapToLong(BackOffTest::waitAfterFailure))
        .doesNotHaveDuplicates()
        .allMatch(wait -> wait >= SECOND / 4 && wait < 3 * SECOND / 4);
  }

  private static long waitAfterFailure(BackOff backOff) {
    long now = 100 * SECOND;
    backOff.failed(now);
    long wait = 0;
    while (backOff.quietAt(now + wait)) {
      wait += SECOND / 1_000;
    }
    return wait;
  }
}
