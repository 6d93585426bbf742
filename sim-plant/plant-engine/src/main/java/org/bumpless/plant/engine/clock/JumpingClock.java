package org.bumpless.plant.engine.clock;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/**
 * A clock for one thread alone, which moves it on by waiting: hours pass in no time. Starts at 0
 * ns; not safe for more threads.
 */
public final class JumpingClock implements NanoClock {
  private final Instant start;
  private long now;

  /** A clock whose nanosecond 0 is this wall-clock time. */
  public JumpingClock(Instant start) {
    this.start = start;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return start.plusNanos(now);
  }

  /** Is at once at the moment, if it is still to come. */
  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting");
    }
    now = Math.max(now, nanos);
  }

  /**
   * Lets time pass while somebody works.
   *
   * @throws IllegalArgumentException if the length is negative: time does not go back
   */
  public void spend(Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException("spend " + length + ": expected 0 or more");
    }
    now = Math.addExact(now, length.toNanos());
  }
}
