package org.bumpless.scenario.timing;

import java.time.Duration;

/**
 * How latency is measured.
 *
 * @param perArm time given to each arm
 * @param block length of one block; arms take turns block by block
 * @param rateHz requests per second, open loop
 */
public record LatencyPlan(Duration perArm, Duration block, int rateHz) {
  public int blocksPerArm() {
    return Math.toIntExact(Math.max(1, perArm.toNanos() / block.toNanos()));
  }

  public int requestsPerBlock() {
    return Math.toIntExact(Math.max(1, block.toNanos() * rateHz / 1_000_000_000L));
  }

  /** Whole length over all arms. */
  public Duration total() {
    return block.multipliedBy((long) blocksPerArm() * Arm.values().length);
  }
}
