package org.bumpless.runner.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.engine.cost.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KernelClockTest {
  private static final int WAITS = 200;

  private final RealClock base = new RealClock();
  private final KernelClock clock = new KernelClock(base);

  @Test
  void itNeverWakesUpTooEarly() throws Exception {
    long due = base.nanos();
    for (int i = 0; i < WAITS; i++) {
      due += 500_000;
      clock.awaitUntil(due);
      assertThat(base.nanos()).isGreaterThanOrEqualTo(due);
    }
  }

  @Test
  @Timeout(5)
  void aMomentThatHasPassedIsNotWaitedFor() throws Exception {
    clock.awaitUntil(clock.nanos() - Duration.ofHours(1).toNanos());
    clock.awaitUntil(clock.nanos());
  }

  @Test
  @Timeout(10)
  void anInterruptEndsALongWait() throws Exception {
    Thread sleeper =
        Thread.ofPlatform()
            .start(
                () ->
                    assertThatThrownBy(() -> clock.await(Duration.ofHours(1)))
                        .isInstanceOf(InterruptedException.class));

    sleeper.interrupt();

    assertThat(sleeper.join(Duration.ofSeconds(8))).isTrue();
  }

  @Test
  void waitingAllocatesNothing() throws Exception {
    long allocated = Allocation.bytesEachTime(this::waits);

    assertThat(allocated).as("bytes in %d waits", WAITS).isZero();
  }

  private void waits() throws InterruptedException {
    for (int i = 0; i < WAITS; i++) {
      clock.awaitUntil(clock.nanos() + 200_000);
    }
  }
}
