package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.plant.network.Place.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of work whose caller is interrupted. */
@Timeout(60)
class InThreadTest {
  private static final long SOON_SECONDS = 20;
  private static final Duration SHORT = Duration.ofMillis(100);

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void whatItHasMadeIsClosed() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    AutoCloseable made = () -> closed.set(true);

    InterruptedException thrown =
        interrupted(() -> untilInterrupted(made), Duration.ofSeconds(SOON_SECONDS));

    assertThat(closed).isTrue();
    assertThat(thrown).hasNoSuppressedExceptions();
  }

  @Test
  void whatDoesNotCloseIsTold() throws Exception {
    IllegalStateException stuck = new IllegalStateException("stuck");
    AutoCloseable made =
        () -> {
          throw stuck;
        };

    InterruptedException thrown =
        interrupted(() -> untilInterrupted(made), Duration.ofSeconds(SOON_SECONDS));

    assertThat(thrown).hasSuppressedException(stuck);
  }

  @Test
  void workThatDoesNotEndIsTold() throws Exception {
    InterruptedException thrown = interrupted(this::untilReleased, SHORT);
    release.countDown();

    assertThat(thrown.getSuppressed())
        .singleElement()
        .isInstanceOf(IllegalStateException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo("worker still runs 100 ms after it was interrupted");
  }

  private AutoCloseable untilInterrupted(AutoCloseable made) {
    started.countDown();
    try {
      assertThat(release.await(SOON_SECONDS, TimeUnit.SECONDS)).isFalse();
    } catch (InterruptedException deaf) {
      return made;
    }
    return made;
  }

  private boolean untilReleased() {
    started.countDown();
    boolean released = false;
    while (!released) {
      try {
        released = release.await(SOON_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException deaf) {
        released = false;
      }
    }
    return released;
  }

  /** Interrupts a caller once the work has begun. */
  private InterruptedException interrupted(Work<?, RuntimeException> work, Duration tidyUpWithin)
      throws InterruptedException {
    AtomicReference<InterruptedException> thrown = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    InThread.call(Thread.ofPlatform().name("worker").factory(), work, tidyUpWithin);
                  } catch (InterruptedException e) {
                    thrown.set(e);
                  }
                });
    assertThat(started.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    assertThat(caller.join(Duration.ofSeconds(SOON_SECONDS))).isTrue();
    return Objects.requireNonNull(thrown.get(), "the caller was not interrupted");
  }
}
