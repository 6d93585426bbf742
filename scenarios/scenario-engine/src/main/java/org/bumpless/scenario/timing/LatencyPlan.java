package org.bumpless.scenario.timing;

import java.time.Duration;
import java.util.Arrays;
import org.bumpless.plant.model.Budget;

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

  /** A relay that keeps a request for a millisecond at most needs no more. */
  private static final int SELF_TEST_LINES_MAX = 4;

  /** A block of an arm that tests the instrument has this part of the length of the others. */
  private static final int SELF_TEST_PART = 3;

  public LatencyPlan(Duration perArm, Duration block, int rateHz) {
    this(perArm, block, rateHz, Look.FIRST);
  }

  public int blocksPerArm() {
    return Math.toIntExact(Math.max(1, perArm.toNanos() / block.toNanos()));
  }

  public int requestsPerBlock() {
    return Math.toIntExact(Math.max(1, block.toNanos() * rateHz / 1_000_000_000L));
  }

  public int requestsPerArm() {
    return blocksPerArm() * requestsPerBlock();
  }

  /**
   * How many connections share the rate: so many, within what a controller bears, that each is
   * asked at half the pace at which a product that just keeps its median budget can answer, and no
   * sooner again than one that just keeps the budget of its tail has answered. With fewer, some
   * slow answers in a row would make a queue on each connection, and the product would be failed
   * for what the bench did.
   */
  public int lines(Arm arm, Budget budget) {
    double busySeconds =
        Math.max(2 * budget.addedP50Max().toNanos(), budget.addedP999Max().toNanos()) / 1e9;
    int most = arm.testsTheInstrument() ? SELF_TEST_LINES_MAX : LINES_MAX;
    return (int) Math.clamp(Math.ceil(rateHz * busySeconds), 1, most);
  }

  /** The part of the plan that is an arm's own: as many blocks as any, of its length. */
  public LatencyPlan of(Arm arm) {
    return arm.testsTheInstrument()
        ? new LatencyPlan(
            perArm.dividedBy(SELF_TEST_PART), block.dividedBy(SELF_TEST_PART), rateHz, look)
        : this;
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
    return Arrays.stream(Arm.values())
        .map(this::of)
        .map(LatencyPlan::perArm)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
