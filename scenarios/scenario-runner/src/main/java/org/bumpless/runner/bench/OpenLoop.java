package org.bumpless.runner.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;

/**
 * Sends requests at fixed times. They go round over the connections of an arm; on each of them, one
 * that is held up by the one before is sent as soon as it can be, and counts from the time at which
 * it was due.
 */
final class OpenLoop {
  private static final int WARM_UP = 300;

  private static final Duration LEAD = Duration.ofMillis(5);

  /** A block whose last request has not been sent after so many block lengths is ended. */
  private static final int ENDS_AFTER = 2;

  private final NanoClock clock;
  private final LatencyPlan plan;

  OpenLoop(NanoClock clock, LatencyPlan plan) {
    this.clock = clock;
    this.plan = plan;
  }

  /**
   * The times of one block, in nanoseconds; see {@link Samples}.
   *
   * @param beginNanos when its first request is due
   * @param begin the same as wall-clock time
   * @param fromIntended to the answer; {@link Samples#LOST} if there was none; how long it had
   *     waited if it was never sent
   * @param fromSent to the answer; {@link Samples#LOST} if there was none
   */
  @SuppressWarnings("ArrayRecordComponent") // filled in place, and compared by nobody
  record Block(long beginNanos, Instant begin, long[] fromIntended, long[] fromSent) {}

  /**
   * Sends a connection's share of the requests after which caches and compilers are warm, one
   * block's time at most.
   *
   * @param lines how many share them
   */
  void warmUp(Session session, Operation request, int lines) {
    long end = clock.nanos() + plan.block().toNanos();
    for (int i = 0; i < WARM_UP / lines && clock.nanos() < end; i++) {
      if (!(session.perform(request) instanceof Outcome.Answered)) {
        return;
      }
    }
  }

  /** Begins a block; its first request is due a moment later, so that all threads can be awake. */
  Block begin() {
    long[] fromIntended = new long[plan.requestsPerBlock()];
    long[] fromSent = new long[fromIntended.length];
    Arrays.fill(fromIntended, Samples.LOST);
    Arrays.fill(fromSent, Samples.LOST);
    return new Block(
        clock.nanos() + LEAD.toNanos(), clock.instant().plus(LEAD), fromIntended, fromSent);
  }

  /**
   * Sends a connection's share of a block's requests.
   *
   * @param line which of the connections this is, from 0
   * @param lines how many share the block
   */
  void share(Block block, Session session, Operation request, int line, int lines)
      throws InterruptedException {
    long period = 1_000_000_000L / plan.rateHz();
    long end = block.beginNanos() + ENDS_AFTER * plan.block().toNanos();
    for (int i = line; i < block.fromIntended().length; i += lines) {
      long intended = block.beginNanos() + i * period;
      clock.awaitUntil(intended);
      long sent = clock.nanos();
      if (sent > end) {
        block.fromIntended()[i] = sent - intended;
      } else if (session.perform(request) instanceof Outcome.Answered) {
        long done = clock.nanos();
        block.fromIntended()[i] = done - intended;
        block.fromSent()[i] = done - sent;
      }
    }
  }
}
