package org.bumpless.plc.scan;

import java.time.Duration;
import java.util.Arrays;

/**
 * How late something came that was due again and again, such as the scans; it tells how long the
 * host stood still. Written by one thread, read by any.
 *
 * <p>Of each tenth of a second the latest is kept.
 */
public final class Lateness {
  private static final long SLOT_NANOS = 100_000_000L;

  /** A scan that is late for longer than a second after a moment is not looked for. */
  private static final long SLOTS_AFTER = 10;

  private final long periodNanos;
  private final int slots;
  private final long[] begin;
  private final long[] due;
  private long newest;
  private long scans;
  private long overruns;
  private long worstNanos;

  /**
   * @param periodNanos what is later than this counts as an overrun
   * @param memory how far back it can be asked
   */
  public Lateness(long periodNanos, Duration memory) {
    this.periodNanos = periodNanos;
    this.slots = Math.toIntExact(memory.toNanos() / SLOT_NANOS + 1);
    this.begin = new long[slots];
    this.due = new long[slots];
    Arrays.fill(begin, Long.MIN_VALUE);
  }

  /** Something that was due at one moment came at another. */
  public synchronized void scanned(long dueNanos, long nowNanos) {
    long late = Math.max(0, nowNanos - dueNanos);
    scans++;
    worstNanos = Math.max(worstNanos, late);
    if (late > periodNanos) {
      overruns++;
    }
    long number = Math.floorDiv(nowNanos, SLOT_NANOS);
    newest = scans == 1 ? number : Math.max(newest, number);
    int slot = (int) Math.floorMod(number, (long) slots);
    if (!kept(slot, number) || late > begin[slot] - due[slot]) {
      begin[slot] = nowNanos;
      due[slot] = nowNanos - late;
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

  /**
   * The longest time for which a scan was due and had not begun, counting only what falls between
   * two moments.
   */
  public synchronized long longestNanos(long fromNanos, long toNanos) {
    long longest = 0;
    long first = Math.max(Math.floorDiv(fromNanos, SLOT_NANOS), newest - slots + 1);
    long last = Math.min(Math.floorDiv(toNanos, SLOT_NANOS) + SLOTS_AFTER, newest);
    for (long number = first; number <= last; number++) {
      int slot = (int) Math.floorMod(number, (long) slots);
      if (kept(slot, number)) {
        longest =
            Math.max(longest, Math.min(begin[slot], toNanos) - Math.max(due[slot], fromNanos));
      }
    }
    return longest;
  }

  private boolean kept(int slot, long number) {
    return begin[slot] != Long.MIN_VALUE && Math.floorDiv(begin[slot], SLOT_NANOS) == number;
  }
}
