package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfTestTest {
  private static final long MICRO = 1_000;

  @Test
  void whatSleepingProcessorsTakeToWakeUpIsNotTheInstrumentsError() {
    assertThat(read(1_045, 0).sound()).as("nobody knows why it is late").isFalse();
    assertThat(read(1_045, 13).sound()).as("two threads wake up late").isTrue();
    assertThat(read(1_070, 13).sound()).as("later than that").isFalse();
  }

  @Test
  void theAllowanceIsForEachRequest() {
    SelfTest four = new SelfTest(new Injected(1_000 * MICRO, 4), interval(4_000), 0, 10 * MICRO);

    assertThat(four.allowedNanos()).isEqualTo(4 * (20 + 20) * MICRO + 40 * MICRO);
  }

  private static SelfTest read(long micros, long wakeUpMicros) {
    return new SelfTest(new Injected(1_000 * MICRO, 1), interval(micros), 0, wakeUpMicros * MICRO);
  }

  private static Interval interval(long micros) {
    return new Interval((micros - 5) * MICRO, micros * MICRO, (micros + 5) * MICRO, true);
  }
}
