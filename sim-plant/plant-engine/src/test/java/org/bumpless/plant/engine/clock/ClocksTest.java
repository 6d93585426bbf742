package org.bumpless.plant.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void theRealClockDoesNotReturnBeforeTheMoment() throws InterruptedException {
    NanoClock clock = new RealClock();
    for (int micros : new int[] {0, 10, 59, 61, 500, 3_000}) {
      long until = clock.nanos() + TimeUnit.MICROSECONDS.toNanos(micros);
      clock.awaitUntil(until);
      assertThat(clock.nanos() - until).as("%d us", micros).isNotNegative();
    }
  }

  @Test
  void aWaitOnTheRealClockEndsWithAnInterrupt() throws InterruptedException {
    NanoClock clock = new RealClock();
    AtomicReference<Throwable> end = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread waiter =
        Thread.ofPlatform()
            .start(
                () -> {
                  begun.countDown();
                  try {
                    clock.await(Duration.ofHours(1));
                  } catch (InterruptedException e) {
                    end.set(e);
                  }
                });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    waiter.interrupt();
    assertThat(waiter.join(PATIENCE)).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptBeforeTheWaitIsNotLostWhenTheMomentHasPassed() {
    NanoClock clock = new RealClock();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock.awaitUntil(clock.nanos() - 1))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theManualClockWakesWhoseMomentHasComeAndNoOther() throws InterruptedException {
    ManualClock clock = new ManualClock(Instant.EPOCH);
    Thread early = waiter(clock, 1_000);
    Thread late = waiter(clock, 2_000);
    await("both wait").atMost(PATIENCE).until(() -> clock.waiting() == 2);
    assertThat(clock.nextWait()).hasValue(1_000);
    clock.advance(Duration.ofNanos(1_500));
    assertThat(early.join(PATIENCE)).isTrue();
    assertThat(late.isAlive()).isTrue();
    assertThat(clock.waiting()).isEqualTo(1);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusNanos(1_500));
    clock.advance(Duration.ofNanos(500));
    assertThat(late.join(PATIENCE)).isTrue();
    assertThat(clock.nextWait()).isEmpty();
  }

  @Test
  void theManualClockDoesNotGoBack() {
    ManualClock clock = new ManualClock(Instant.EPOCH);
    assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.nanos()).isZero();
  }

  private static Thread waiter(NanoClock clock, long until) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                clock.awaitUntil(until);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Test
  void theJumpingClockIsWhereItsOnlyThreadWaitsFor() throws InterruptedException {
    JumpingClock clock = new JumpingClock(Instant.EPOCH);
    clock.await(Duration.ofHours(1));
    clock.awaitUntil(1);
    clock.spend(Duration.ofNanos(5));

    assertThat(clock.nanos()).isEqualTo(Duration.ofHours(1).toNanos() + 5);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(3_600).plusNanos(5));
    assertThatThrownBy(() -> clock.spend(Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock.await(Duration.ZERO)).isInstanceOf(InterruptedException.class);
    assertThat(clock.nanos()).isEqualTo(Duration.ofHours(1).toNanos() + 5);
  }
}
