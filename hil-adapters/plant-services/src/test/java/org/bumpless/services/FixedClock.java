package org.bumpless.services;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/** A clock that stands still. */
record FixedClock(Instant instant) implements NanoClock {
  @Override
  public long nanos() {
    return 0;
  }

  @Override
  public void awaitUntil(long nanos) {
    throw new UnsupportedOperationException("nothing here waits");
  }
}
