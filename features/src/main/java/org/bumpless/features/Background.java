package org.bumpless.features;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something that somebody does again and again while something else is measured, on a thread of its
 * own. Who starts it leaves the people concerned alone until it is closed.
 */
public final class Background implements AutoCloseable {
  /** Longer than any client waits for an answer. */
  private static final Duration END_WITHIN = Duration.ofSeconds(20);

  private final String what;
  private final Duration pause;
  private final Act act;
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicLong times = new AtomicLong();
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /** What is done. */
  @FunctionalInterface
  public interface Act {
    void once();
  }

  /**
   * Starts.
   *
   * @param what for people, for example {@code Mallory tries to write}
   * @param pause between the end of one time and the next
   */
  public Background(String what, Duration pause, Act act) {
    this.what = what;
    this.pause = pause;
    this.act = act;
    this.thread = Thread.ofPlatform().name("background").daemon().start(this::run);
  }

  private void run() {
    try {
      do {
        act.once();
        times.incrementAndGet();
      } while (!ended.await(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it is not wanted any more
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  /** How often it has been done so far. */
  public long times() {
    return times.get();
  }

  /**
   * Ends it after the time that is under way.
   *
   * @throws ClaimOpen if it broke off by itself: then not all was measured beside it
   */
  @Override
  public void close() {
    ended.countDown();
    try {
      if (!thread.join(END_WITHIN)) {
        throw new ClaimOpen(what + ": it did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failure.ifPresent(
        e -> {
          throw new ClaimOpen(what + ": it broke off after " + times() + " times: " + e);
        });
  }
}
