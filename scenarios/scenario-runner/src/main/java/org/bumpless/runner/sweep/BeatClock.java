package org.bumpless.runner.sweep;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/** The time of a trial: it is set, nobody waits for it. */
final class BeatClock implements NanoClock {
  private long now;

  void set(long nanos) {
    now = nanos;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(now);
  }

  @Override
  public void awaitUntil(long nanos) {
    throw new IllegalStateException("nothing waits in a trial");
  }
}
