package org.bumpless.plc.station;

/**
 * How long a line waits before it tries again to connect. The first failure costs nothing; from the
 * second on the wait doubles from half a second to two. The lines of a station wait for different
 * times: if all came back at one moment, a host or a product that is just slow enough would never
 * get one of them connected within its time-out.
 */
final class BackOff {
  private static final long SHORTEST_NANOS = 500_000_000L;
  private static final int DOUBLINGS_MAX = 2;
  private static final double LEAST_SHARE = 0.5;
  private static final double MIDDLE = 0.5;

  private final double share;
  private int failures;
  private long quietUntil = Long.MIN_VALUE;

  /**
   * One line's.
   *
   * @param line number of the line in its station, from 0
   * @param lines how many lines the station has
   */
  BackOff(int line, int lines) {
    this.share = LEAST_SHARE + (line + MIDDLE) / lines;
  }

  /** Whether nothing should be tried at a moment. */
  boolean quietAt(long nanos) {
    return nanos < quietUntil;
  }

  /** Something was answered. */
  void answered() {
    failures = 0;
  }

  /**
   * Something was tried and failed.
   *
   * @param nanos when that was known
   */
  void failed(long nanos) {
    failures++;
    if (failures > 1) {
      long wait = SHORTEST_NANOS << Math.min(failures - 2, DOUBLINGS_MAX);
      quietUntil = nanos + (long) (wait * share);
    }
  }
}
