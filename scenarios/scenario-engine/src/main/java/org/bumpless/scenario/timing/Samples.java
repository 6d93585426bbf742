package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The latencies of one arm.
 *
 * @param blocks nanoseconds from intended time to answer, block by block; a lost answer counts as
 *     {@link #LOST}
 */
public record Samples(List<long[]> blocks) {
  /** Stands for an answer that never came: later than any budget. */
  public static final long LOST = Long.MAX_VALUE;

  public Samples {
    blocks = blocks.stream().map(long[]::clone).toList();
  }

  public int count() {
    return blocks.stream().mapToInt(b -> b.length).sum();
  }

  public long lost() {
    return all().filter(v -> v == LOST).count();
  }

  /** All of them, smallest first. */
  public long[] sorted() {
    long[] values = all().toArray();
    Arrays.sort(values);
    return values;
  }

  public LongStream all() {
    return blocks.stream().flatMapToLong(Arrays::stream);
  }
}
