package org.bumpless.scenario.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.bumpless.scenario.timing.HostNoise.WakeUps;
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
    SelfTest four = new SelfTest(new Injected(1_000 * MICRO, 4), interval(4_000), 0, 80 * MICRO);

    assertThat(four.allowedNanos()).isEqualTo((4 * 20 + 80 + 40) * MICRO);
  }

  @Test
  void wakeUpsThatAreOftenLateTakeMoreTogetherThanSoManyMedians() {
    long[] even = LongStream.generate(() -> 10 * MICRO).limit(1_000).toArray();
    long[] skewed = LongStream.range(0, 1_000).map(i -> (i < 700 ? 10 : 200) * MICRO).toArray();

    assertThat(WakeUps.of(even).orElseThrow().together(8)).isEqualTo(80 * MICRO);
    assertThat(WakeUps.of(skewed).orElseThrow().p50Nanos()).isEqualTo(10 * MICRO);
    assertThat(WakeUps.of(skewed).orElseThrow().together(8))
        .as("two of eight are late, usually")
        .isEqualTo((6 * 10 + 2 * 200) * MICRO);
  }

  @Test
  void oneStallInManyWakeUpsAllowsNothing() {
    long[] stalled = LongStream.range(0, 10_000).map(i -> i < 9_990 ? MICRO : 50_000_000).toArray();

    assertThat(WakeUps.of(stalled).orElseThrow().together(8)).isEqualTo(8 * MICRO);
  }

  private static SelfTest read(long micros, long wakeUpMicros) {
    return new SelfTest(
        new Injected(1_000 * MICRO, 1), interval(micros), 0, 2 * wakeUpMicros * MICRO);
  }

  private static Interval interval(long micros) {
    return new Interval((micros - 5) * MICRO, micros * MICRO, (micros + 5) * MICRO, true);
  }
}
