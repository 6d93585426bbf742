package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @Test
  void readsEveryUnit() {
    assertThat(Durations.parse("250 us")).contains(Duration.ofNanos(250_000));
    assertThat(Durations.parse("5 ms")).contains(Duration.ofMillis(5));
    assertThat(Durations.parse("1.5 s")).contains(Duration.ofMillis(1500));
    assertThat(Durations.parse("90 min")).contains(Duration.ofMinutes(90));
    assertThat(Durations.parse("1 h")).contains(Duration.ofHours(1));
    assertThat(Durations.parse("999999999 d")).contains(Duration.ofDays(999_999_999));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "5ms", "5  ms", "-5 ms", "5 msec", "1e3 s", "5 ms\n", "1234567890 s"})
  void refusesWhatIsNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
