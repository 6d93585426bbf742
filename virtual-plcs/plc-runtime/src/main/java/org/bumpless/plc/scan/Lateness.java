package org.bumpless.plc.scan;

/**
 * How late scans began; it tells how long the host stood still. Written by the scan thread, read by
 * any.
 *
 * <p>Late scans beyond a fifth of the period are kept with their times, the last {@value #KEPT} of
 * them.
 */
public final class Lateness {
  private static final int KEPT = 1024;

  private final long periodNanos;
  private final long[] when = new long[KEPT];
  private final long[] howLate = new long[KEPT];
  private int next;
  private long scans;
  private long overruns;
  private long worstNanos;

  Lateness(long periodNanos) {
    this.periodNanos = periodNanos;
    java.util.Arrays.fill(when, Long.MIN_VALUE);
  }

  synchronized void scanned(long dueNanos, long nowNanos) {
    long late = Math.max(0, nowNanos - dueNanos);
    scans++;
    worstNanos = Math.max(worstNanos, late);
    if (late > periodNanos) {
      overruns++;
    }
    if (late > periodNanos / 5) {
      when[next] = nowNanos;
      howLate[next] = late;
      next = (next + 1) % KEPT;
    }
  }

  public synchronized long scans() {
    return scans;
  }

  /** Scans that began later than a whole period. */
  public synchronized long overruns() {
    return overruns;
  }

  public synchronized long worstNanos() {
    return worstNanos;
  }

  /** The worst lateness since a moment; 0 if none was worth keeping. */
  public synchronized long worstSince(long nanos) {
    long worst = 0;
    for (int i = 0; i < KEPT; i++) {
      if (when[i] >= nanos) {
        worst = Math.max(worst, howLate[i]);
      }
    }
    return worst;
  }
}
