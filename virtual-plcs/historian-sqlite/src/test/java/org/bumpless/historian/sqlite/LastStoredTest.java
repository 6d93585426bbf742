package org.bumpless.historian.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastStoredTest {
  private static final long SECOND = 1_000_000_000L;

  private final LastStored last = new LastStored(3, 0.5, 10 * SECOND);

  @Test
  void theFirstSampleIsStored() {
    assertThat(last.take(0, 0, Quality.GOOD)).isTrue();
  }

  @Test
  void theDeadBandLiesAroundTheLastStoredValueAndDoesNotCreep() {
    last.take(0, 50, Quality.GOOD);

    assertThat(last.take(1, 50.4, Quality.GOOD)).isFalse();
    assertThat(last.take(2, 50.5, Quality.GOOD)).isFalse();
    assertThat(last.take(3, 49.5, Quality.GOOD)).isFalse();
    assertThat(last.take(4, 50.6, Quality.GOOD)).isTrue();
    assertThat(last.take(5, 50.2, Quality.GOOD)).isFalse();
    assertThat(last.take(6, 50.0, Quality.GOOD)).isTrue();
  }

  @Test
  void aQuietTagIsStoredAfterTheLongestTime() {
    last.take(0, 50, Quality.GOOD);

    assertThat(last.take(10 * SECOND - 1, 50, Quality.GOOD)).isFalse();
    assertThat(last.take(10 * SECOND, 50, Quality.GOOD)).isTrue();
    assertThat(last.take(11 * SECOND, 50, Quality.GOOD)).isFalse();
  }

  @Test
  void theEndOfTheAnswersIsStoredOnceAndTheirReturnToo() {
    last.take(0, 50, Quality.GOOD);

    assertThat(last.take(1, Double.NaN, Quality.NO_REPLY)).isTrue();
    assertThat(last.take(2, Double.NaN, Quality.NO_REPLY)).isFalse();
    assertThat(last.take(3, Double.NaN, Quality.REFUSED)).isTrue();
    assertThat(last.take(4, 50, Quality.GOOD)).isTrue();
  }

  @Test
  void withoutADeadBandEveryChangeIsStored() {
    LastStored bit = new LastStored(0, 0, 10 * SECOND);
    bit.take(0, 0, Quality.GOOD);

    assertThat(bit.take(1, 0, Quality.GOOD)).isFalse();
    assertThat(bit.take(2, 1, Quality.GOOD)).isTrue();
    assertThat(bit.take(3, 1, Quality.GOOD)).isFalse();
  }
}
