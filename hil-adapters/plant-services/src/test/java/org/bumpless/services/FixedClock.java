package org.bumpless.services;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/**
 * A clock that stands still; that of the adapter testkit is out of reach, for it is built on this
 * module.
 */
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
