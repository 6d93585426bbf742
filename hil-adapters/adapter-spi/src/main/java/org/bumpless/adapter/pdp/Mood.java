package org.bumpless.adapter.pdp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bumpless.adapter.pdp.DecisionService.Behaviour;

/** How a decision service behaves now, and where requests wait while it is silent or late. */
public final class Mood {
  /** Longer than any PEP waits for a decision; a request is not held for ever. */
  private static final long SILENCE_SECONDS_MAX = 10;

  private static final long LATE_SECONDS = 2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Behaviour behaviour = Behaviour.SOUND;
  private boolean ended;

  /** How it behaves now. */
  public Behaviour now() {
    lock.lock();
    try {
      return behaviour;
    } finally {
      lock.unlock();
    }
  }

  /** Behaves so from now on. */
  public void set(Behaviour next) {
    lock.lock();
    try {
      behaviour = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets everybody go for good. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the service is no longer silent, has ended, or 10 s have passed. */
  public void sitOut() {
    last(Behaviour.SILENT, SILENCE_SECONDS_MAX);
  }

  /** Waits until the service is no longer late, has ended, or 2 s have passed. */
  public void dawdle() {
    last(Behaviour.LATE, LATE_SECONDS);
  }

  private void last(Behaviour now, long seconds) {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(seconds);
      while (behaviour == now && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
