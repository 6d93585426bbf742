package org.bumpless.bridge.core;

/**
 * When to try again to connect: at once after the first failure, then after a time that doubles
 * from a tenth of a second to five.
 */
final class Retry {
  private static final long SHORTEST_NANOS = 100_000_000L;
  private static final long LONGEST_NANOS = 5_000_000_000L;
  private static final int DOUBLINGS_MAX = 6;

  private int failures;
  private long at = Long.MIN_VALUE;

  boolean due(long nanos) {
    return nanos >= at;
  }

  /** The moment of the next try. */
  long at() {
    return at;
  }

  void connected() {
    failures = 0;
    at = Long.MIN_VALUE;
  }

  void failed(long nanos) {
    at =
        failures == 0
            ? nanos
            : nanos
                + Math.min(LONGEST_NANOS, SHORTEST_NANOS << Math.min(failures - 1, DOUBLINGS_MAX));
    failures++;
  }
}
