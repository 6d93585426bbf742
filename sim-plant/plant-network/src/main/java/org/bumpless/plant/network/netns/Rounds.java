package org.bumpless.plant.network.netns;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the rounds that a thread makes, for others that wait until it has come by. */
final class Rounds {
  /** One may have been under way when the wait began. */
  private static final int TO_BE_SURE = 2;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long made;

  void done() {
    lock.lock();
    try {
      made++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a round that begins after now to end; false if it has not within a while. */
  boolean awaitWholeRound(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long target = made + TO_BE_SURE;
      long left = atMost.toNanos();
      while (made < target && left > 0) {
        left = changed.awaitNanos(left);
      }
      return made >= target;
    } finally {
      lock.unlock();
    }
  }
}
