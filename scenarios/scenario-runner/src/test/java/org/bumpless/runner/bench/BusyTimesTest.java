package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BusyTimesTest {
  private final BusyTimes times = new BusyTimes(Duration.ofSeconds(1));

  @Test
  void nothingIsExcusedBeforeAnybodyLooked() {
    assertThat(times.covers(Long.MIN_VALUE, Long.MAX_VALUE, 1)).isFalse();
  }

  @Test
  void onlyATimeWithoutAProcessorToSpareExcuses() {
    times.add(100, 200, 0.4);
    assertThat(times.covers(100, 200, 1)).isFalse();

    times.add(200, 300, 0.03);
    assertThat(times.covers(100, 199, 1)).isFalse();
    assertThat(times.covers(100, 200, 1)).as("it touches").isTrue();
    assertThat(times.covers(250, 260, 1)).isTrue();
    assertThat(times.covers(301, 400, 1)).isFalse();
  }

  @Test
  void theOldestIsForgottenWhenThereIsNoRoom() {
    for (long begin = 0; begin < 400; begin += 100) {
      times.add(begin, begin + 50, 0);
    }

    assertThat(times.covers(0, 50, 1)).isFalse();
    assertThat(times.covers(300, 350, 1)).isTrue();
  }
}
