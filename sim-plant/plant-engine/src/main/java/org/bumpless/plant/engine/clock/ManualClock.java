package org.bumpless.plant.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bumpless.plant.time.NanoClock;

/**
 * A clock that stands until its driver moves it: the time of virtual runs and of tests. Starts at 0
 * ns; safe for any number of threads.
 */
public final class ManualClock implements NanoClock {
  private final Instant start;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final PriorityQueue<Long> waits = new PriorityQueue<>();
  private long now;

  /** A clock whose nanosecond 0 is this wall-clock time. */
  public ManualClock(Instant start) {
    this.start = start;
  }

  @Override
  public long nanos() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos());
  }

  /** Waits until the driver has moved the clock to the moment. */
  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waits.add(nanos);
      try {
        while (now < nanos) {
          moved.await();
        }
      } finally {
        waits.remove(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves the clock on and wakes who has waited for that.
   *
   * @throws IllegalArgumentException if the length is negative: time does not go back
   */
  public void advance(Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException("advance by " + length + ": expected 0 or more");
    }
    lock.lock();
    try {
      now = Math.addExact(now, length.toNanos());
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait for a moment that is still to come. */
  public int waiting() {
    lock.lock();
    try {
      return (int) waits.stream().filter(w -> w > now).count();
    } finally {
      lock.unlock();
    }
  }

  /** The earliest moment that is still to come and that a thread waits for. */
  public OptionalLong nextWait() {
    lock.lock();
    try {
      return waits.stream().mapToLong(Long::longValue).filter(w -> w > now).min();
    } finally {
      lock.unlock();
    }
  }
}
