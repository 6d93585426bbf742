package org.bumpless.scenario.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The measurements of one block, open loop: each request has the moment at which it is due before
 * anything is sent, and a place of its own that is filled in while the block runs. Several threads
 * may write, each to its own requests, and recording allocates nothing; it is read after they have
 * ended.
 */
public final class Recording {
  private final long beginNanos;
  private final Instant begin;
  private final long periodNanos;
  private final long[] fromIntended;
  private final long[] fromSent;

  /**
   * @param beginNanos when the first request is due, on the bench clock
   * @param begin the same as wall-clock time
   */
  public Recording(LatencyPlan plan, long beginNanos, Instant begin) {
    this.beginNanos = beginNanos;
    this.begin = begin;
    this.periodNanos = Duration.ofSeconds(1).toNanos() / plan.rateHz();
    this.fromIntended = new long[plan.requestsPerBlock()];
    this.fromSent = new long[fromIntended.length];
    Arrays.fill(fromIntended, Samples.LOST);
    Arrays.fill(fromSent, Samples.LOST);
  }

  /** All blocks of an arm, in order. */
  public static Samples samples(List<Recording> blocks) {
    return new Samples(
        blocks.stream().map(Recording::fromIntended).toList(),
        blocks.stream().map(Recording::fromSent).toList(),
        blocks.stream().map(block -> block.begin).toList());
  }

  public int requests() {
    return fromIntended.length;
  }

  public long beginNanos() {
    return beginNanos;
  }

  /** When a request is due: latency counts from here (no coordinated omission). */
  public long intendedNanos(int request) {
    return beginNanos + request * periodNanos;
  }

  /** A request has its answer. */
  public void answered(int request, long sentNanos, long doneNanos) {
    fromIntended[request] = doneNanos - intendedNanos(request);
    fromSent[request] = doneNanos - sentNanos;
  }

  /** A request had not been sent at a moment, and will not be any more. */
  public void neverSent(int request, long nowNanos) {
    fromIntended[request] = nowNanos - intendedNanos(request);
  }

  /** See {@link Samples#blocks}. */
  public long[] fromIntended() {
    return fromIntended.clone();
  }

  /** See {@link Samples#fromSent}. */
  public long[] fromSent() {
    return fromSent.clone();
  }
}
