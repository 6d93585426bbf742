package org.bumpless.runner.bench;

import java.util.Arrays;

/** Lengths of time, the last some thousands of them. */
final class Kept {
  private static final int REMEMBERED = 8_192;

  private final long[] nanos = new long[REMEMBERED];
  private long count;

  synchronized void add(long length) {
    nanos[(int) (count % REMEMBERED)] = length;
    count++;
  }

  synchronized void forget() {
    count = 0;
  }

  synchronized long count() {
    return count;
  }

  /** Their median; 0 if there is none. */
  synchronized long median() {
    int known = (int) Math.min(count, REMEMBERED);
    long[] sorted = Arrays.copyOf(nanos, known);
    Arrays.sort(sorted);
    return known == 0 ? 0 : sorted[known / 2];
  }
}
