package org.bumpless.bridge.core;

import java.time.Duration;

/**
 * What the bench holds by its beats. It is lost for good when a beat is late: half of the dead-man
 * time is for noticing that, the other half for bringing the recorded values back. Once it is lost
 * nothing is written for the bench any more, even if the bench wakes up again. Safe for any number
 * of threads.
 */
public final class Lease {
  private static final int SHARE = 2;
  private static final int BEATS_IN_SHARE = 4;

  private final long lengthNanos;
  private long lastNanos;
  private boolean begun;
  private boolean lost;

  /** One that has not begun: nothing is held yet, and nothing lost. */
  public Lease(Duration deadMan) {
    this.lengthNanos = deadMan.dividedBy(SHARE).toNanos();
  }

  /** The bench knows now that it has to beat. */
  public synchronized void begin(long nanos) {
    begun = true;
    lastNanos = nanos;
  }

  /** How often the bench has to beat: some beats may be late before the lease is lost. */
  public static Duration every(Duration deadMan) {
    return deadMan.dividedBy(SHARE * BEATS_IN_SHARE);
  }

  public synchronized void beat(long nanos) {
    if (held(nanos)) {
      lastNanos = nanos;
    }
  }

  public synchronized boolean held(long nanos) {
    lost = lost || begun && nanos - lastNanos > lengthNanos;
    return begun && !lost;
  }

  /** When it is lost unless there is another beat. */
  public synchronized long endNanos() {
    return lastNanos + lengthNanos;
  }
}
