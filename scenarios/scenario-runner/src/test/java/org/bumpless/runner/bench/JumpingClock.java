package org.bumpless.runner.bench;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/** A clock for tests on one thread: who waits moves it on. */
final class JumpingClock implements NanoClock {
  private long now;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(now);
  }

  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting");
    }
    now = Math.max(now, nanos);
  }

  /** Time that passes while somebody works. */
  void spend(long nanos) {
    now += nanos;
  }
}
