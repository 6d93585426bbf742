package org.bumpless.benchmarks;

import java.time.Instant;
import org.bumpless.plant.time.NanoClock;

/** A clock that lets the one thread which waits on it run some periods, and then holds it. */
final class StepClock implements NanoClock {
  private long now;
  private long allowed;
  private boolean holding;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanos());
  }

  @Override
  public synchronized void awaitUntil(long nanos) throws InterruptedException {
    while (allowed == 0) {
      holding = true;
      notifyAll();
      wait();
    }
    allowed--;
    now = nanos;
  }

  /** Lets the waiting thread wait so many times more; returns when it has come to the last. */
  synchronized void run(int waits) throws InterruptedException {
    holding = false;
    allowed = waits;
    notifyAll();
    while (!holding) {
      wait();
    }
  }
}
