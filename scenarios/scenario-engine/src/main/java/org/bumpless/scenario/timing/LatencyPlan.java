package org.bumpless.scenario.timing;

import java.time.Duration;

/**
 * How latency is measured.
 *
 * @param perArm time given to each arm
 * @param block length of one block; arms take turns block by block
 * @param rateHz requests per second over all connections of an arm, open loop
 * @param look at which of its looks it is judged
 */
public record LatencyPlan(Duration perArm, Duration block, int rateHz, Look look) {
  private static final int LINES_MAX = 16;

  public LatencyPlan(Duration perArm, Duration block, int rateHz) {
    this(perArm, block, rateHz, Look.FIRST);
  }

  public int blocksPerArm() {
    return Math.toIntExact(Math.max(1, perArm.toNanos() / block.toNanos()));
  }

  public int requestsPerBlock() {
    return Math.toIntExact(Math.max(1, block.toNanos() * rateHz / 1_000_000_000L));
  }

  /**
   * How many connections share the rate: so many that each is asked at half the pace at which a
   * product that just keeps its median budget can answer. With fewer, such a product would be
   * driven into a queue and failed for the bench's own doing.
   */
  public int lines(Duration addedP50Max) {
    double busy = rateHz * 2 * (addedP50Max.toNanos() / 1e9);
    return (int) Math.clamp(Math.ceil(busy), 1, LINES_MAX);
  }

  /** The plan of all that has been measured at a look. */
  public LatencyPlan at(Look then) {
    return new LatencyPlan(perArm.multipliedBy(then.rounds()), block, rateHz, then);
  }

  /** The same load in blocks of another length. */
  public LatencyPlan inBlocksOf(Duration length) {
    return new LatencyPlan(perArm, length, rateHz, look);
  }

  /** Whole length over all arms. */
  public Duration total() {
    return block.multipliedBy((long) blocksPerArm() * Arm.values().length);
  }
}
