package org.bumpless.adapter.testkit;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/** A clock that stands still; whoever waits by it has a fault. */
public record StoppedClock() implements NanoClock {
  @Override
  public long nanos() {
    return 0;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH;
  }

  @Override
  public void awaitUntil(long nanos) {
    throw new UnsupportedOperationException("nothing here waits");
  }
}
