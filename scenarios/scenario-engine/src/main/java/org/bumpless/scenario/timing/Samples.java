package org.bumpless.scenario.timing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The latencies of one arm.
 *
 * @param blocks nanoseconds from intended time to answer, block by block; a lost answer counts as
 *     {@link #LOST}, a request that was never sent with the time for which it had waited
 * @param fromSent the same requests from the time at which they were sent: shorter where a request
 *     had to wait for the answer to an earlier one; {@link #LOST} if it was lost or never sent
 * @param begins when the first request of each block was due, wall-clock time
 */
public record Samples(List<long[]> blocks, List<long[]> fromSent, List<Instant> begins) {
  /** Stands for an answer that never came: later than any budget. */
  public static final long LOST = Long.MAX_VALUE;

  /** Of an arm that was not measured. */
  public static final Samples NONE = new Samples(List.of());

  /**
   * @throws IllegalArgumentException if they are not of the same requests
   */
  public Samples {
    blocks = blocks.stream().map(long[]::clone).toList();
    fromSent = fromSent.stream().map(long[]::clone).toList();
    begins = List.copyOf(begins);
    if (!Arrays.equals(lengths(blocks), lengths(fromSent))) {
      throw new IllegalArgumentException("the times from intended and from sent do not match");
    }
    if (begins.size() != blocks.size()) {
      throw new IllegalArgumentException(
          "%d blocks and %d beginnings".formatted(blocks.size(), begins.size()));
    }
  }

  /** Requests of which nobody knows when they were made. */
  public Samples(List<long[]> blocks, List<long[]> fromSent) {
    this(blocks, fromSent, Collections.nCopies(blocks.size(), Instant.EPOCH));
  }

  /** Requests that were all sent when they were due. */
  public Samples(List<long[]> blocks) {
    this(blocks, blocks);
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

  /** The requests that were sent, as if none had had to wait for another: a lower bound. */
  Samples withoutWaiting() {
    List<long[]> sent =
        IntStream.range(0, blocks.size())
            .mapToObj(
                b ->
                    IntStream.range(0, blocks.get(b).length)
                        .filter(i -> wasSent(b, i))
                        .mapToLong(i -> fromSent.get(b)[i])
                        .toArray())
            .toList();
    return new Samples(sent);
  }

  /**
   * How late the last request of a block that was not lost was sent, or at least would have been.
   */
  long behindNanos(int block) {
    long[] latencies = blocks.get(block);
    for (int i = latencies.length - 1; i >= 0; i--) {
      if (latencies[i] != LOST) {
        return wasSent(block, i) ? latencies[i] - fromSent.get(block)[i] : latencies[i];
      }
    }
    return 0;
  }

  private boolean wasSent(int block, int i) {
    return blocks.get(block)[i] == LOST || fromSent.get(block)[i] != LOST;
  }

  private static int[] lengths(List<long[]> blocks) {
    return blocks.stream().mapToInt(b -> b.length).toArray();
  }
}
