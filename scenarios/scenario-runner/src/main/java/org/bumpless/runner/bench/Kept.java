package org.bumpless.runner.bench;

import java.util.Arrays;

/** Lengths of time, the last of them. */
final class Kept {
  private final long[] nanos;
  private long count;

  /**
   * @param remembered how many of the last are kept
   */
  Kept(int remembered) {
    this.nanos = new long[remembered];
  }

  synchronized void add(long length) {
    nanos[(int) (count % nanos.length)] = length;
    count++;
  }

  synchronized void forget() {
    count = 0;
  }

  synchronized long count() {
    return count;
  }

  /** Their median; 0 if there is none. */
  long median() {
    long[] sorted = sorted();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Those that are remembered, shortest first. */
  long[] sorted() {
    long[] copy = copy();
    Arrays.sort(copy);
    return copy;
  }

  private synchronized long[] copy() {
    return Arrays.copyOf(nanos, (int) Math.min(count, nanos.length));
  }
}
