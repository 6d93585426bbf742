package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.timing.HostNoise.WakeUps;

/**
 * An idle thread that waits for one moment after the other, scheduled as the measuring threads are,
 * in the same seconds: how late it wakes up is what the host adds to every latency.
 */
final class NoiseFloor implements AutoCloseable {
  /** What its thread is made of. */
  static final ThreadFactory THREAD =
      work -> Thread.ofPlatform().name("noise-floor").daemon().unstarted(work);

  private static final Duration PERIOD = Duration.ofMillis(1);
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  /** Longer than any measurement takes, three looks and all. */
  private static final int REMEMBERED = 262_144;

  private final NanoClock clock;
  private final Kept late = new Kept(REMEMBERED);
  private final Thread thread;

  /** Starts to watch. */
  NoiseFloor(NanoClock clock, ThreadFactory threads) {
    this.clock = clock;
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  /** What it has seen so far; empty if it had no time yet. */
  Optional<WakeUps> wakeUps() {
    return WakeUps.of(late.sorted());
  }

  private void run() {
    try {
      long due = clock.nanos();
      while (true) {
        due += PERIOD.toNanos();
        clock.awaitUntil(due);
        long now = clock.nanos();
        late.add(now - due);
        due = Math.max(due, now - PERIOD.toNanos());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it is not wanted any more
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("the idle thread did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
