package org.bumpless.plant.engine.clock;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bumpless.plant.time.NanoClock;

/**
 * The machine's clock.
 *
 * <p>A wait parks until shortly before the moment and spins for the rest, because the kernel's
 * timer slack (50 us for an ordinary thread, see {@code PR_SET_TIMERSLACK} in prctl(2)) would else
 * be part of every measurement. A wake-up that comes too late is not made up for: the caller sees
 * it in {@link #nanos()}.
 */
public final class RealClock implements NanoClock {
  /** Longest time that a wait spins. */
  static final long SPIN_NANOS = 60_000;

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
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(this, left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting");
      }
    }
  }
}
