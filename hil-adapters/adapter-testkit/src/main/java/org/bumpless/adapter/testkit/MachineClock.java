package org.bumpless.adapter.testkit;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bumpless.plant.time.NanoClock;

/** The machine's clock, for tests that deal with real programs. */
public final class MachineClock implements NanoClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting");
    }
    for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting");
      }
    }
  }
}
