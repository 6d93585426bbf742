package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Recording;

/**
 * Sends requests at fixed times. They go round over the connections of an arm; on each of them, one
 * that is held up by the one before is sent as soon as it can be, and counts from the time at which
 * it was due.
 */
final class OpenLoop {
  private static final int WARM_UP = 300;

  private static final Duration LEAD = Duration.ofMillis(5);

  /**
   * So long after its time, or a block's length after it if that is longer, a block ends though not
   * all of its requests have been sent: a product that stands still for a moment is waited for.
   */
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final NanoClock clock;
  private final LatencyPlan plan;

  OpenLoop(NanoClock clock, LatencyPlan plan) {
    this.clock = clock;
    this.plan = plan;
  }

  /**
   * Sends a connection's share of the requests after which caches and compilers are warm, one
   * block's time at most.
   *
   * @param lines how many share them
   */
  void warmUp(BooleanSupplier request, int lines) {
    long end = clock.nanos() + plan.block().toNanos();
    for (int i = 0; i < WARM_UP / lines && clock.nanos() < end; i++) {
      if (!request.getAsBoolean()) {
        return;
      }
    }
  }

  /** Begins a block; its first request is due a moment later, so that all threads can be awake. */
  Recording begin() {
    return new Recording(plan, clock.nanos() + LEAD.toNanos(), clock.instant().plus(LEAD));
  }

  /**
   * Sends a connection's share of a block's requests; allocates nothing.
   *
   * @param request asks once on that connection, and tells whether there was an answer
   * @param line which of the connections this is, from 0
   * @param lines how many share the block
   */
  void share(Recording block, BooleanSupplier request, int line, int lines)
      throws InterruptedException {
    long length = plan.block().toNanos();
    long end = block.beginNanos() + length + Math.max(length, PATIENCE_NANOS);
    for (int i = line; i < block.requests(); i += lines) {
      clock.awaitUntil(block.intendedNanos(i));
      long sent = clock.nanos();
      if (sent > end) {
        block.neverSent(i, sent);
      } else if (request.getAsBoolean()) {
        block.answered(i, sent, clock.nanos());
      }
    }
  }
}
