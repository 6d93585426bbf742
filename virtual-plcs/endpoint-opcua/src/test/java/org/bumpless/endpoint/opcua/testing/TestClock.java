package org.bumpless.endpoint.opcua.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bumpless.plant.time.NanoClock;

/** The machine's clock, whose wall time and monotonic time a test can move ahead. */
public final class TestClock implements NanoClock {
  private volatile Duration ahead = Duration.ZERO;

  public void moveAhead(Duration length) {
    ahead = ahead.plus(length);
  }

  @Override
  public long nanos() {
    return System.nanoTime() + ahead.toNanos();
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    while (nanos() < nanos) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(this, nanos - nanos());
    }
  }
}
