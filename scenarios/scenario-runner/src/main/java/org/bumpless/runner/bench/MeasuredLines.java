package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;

/**
 * The connections of one arm. Requests go round over them on an open-loop schedule, so that one
 * slow answer does not hold up those that come after it.
 */
final class MeasuredLines implements AutoCloseable {
  private static final int WARM_UP = 300;
  private static final int GIVE_UP_AFTER_LOST = 20;

  /** Time for the threads to wake before the first request of a block is due. */
  private static final Duration LEAD = Duration.ofMillis(5);

  private final List<Session> sessions;
  private final Operation request;
  private final NanoClock clock;
  private final ExecutorService threads;

  /**
   * @param sessions not connected yet; they belong to this object from now on
   * @param threads at least one for each session; may be shared with arms that take turns
   */
  MeasuredLines(
      List<Session> sessions, Operation request, NanoClock clock, ExecutorService threads) {
    this.sessions = List.copyOf(sessions);
    this.request = request;
    this.clock = clock;
    this.threads = threads;
  }

  /** Connects, and lets the compilers of this JVM and the caches of the product settle. */
  void warmUp() {
    int each = WARM_UP / sessions.size();
    for (Session session : sessions) {
      for (int i = 0; i < each && session.perform(request) instanceof Outcome.Answered; i++) {
        Thread.onSpinWait();
      }
    }
  }

  /** The latencies of one block, from the intended moment of each request. */
  long[] block(LatencyPlan plan) throws InterruptedException {
    long[] latencies = new long[plan.requestsPerBlock()];
    Arrays.fill(latencies, Samples.LOST);
    long period = 1_000_000_000L / plan.rateHz();
    long begin = clock.nanos() + LEAD.toNanos();
    List<Callable<Void>> work = new ArrayList<>();
    for (int line = 0; line < sessions.size(); line++) {
      int mine = line;
      work.add(
          () -> {
            ask(mine, begin, period, latencies);
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(work)) {
      finish(done);
    }
    return latencies;
  }

  private void ask(int line, long begin, long period, long[] latencies)
      throws InterruptedException {
    Session session = sessions.get(line);
    int lostInARow = 0;
    for (int i = line;
        i < latencies.length && lostInARow < GIVE_UP_AFTER_LOST;
        i += sessions.size()) {
      long intended = begin + i * period;
      clock.awaitUntil(intended);
      if (session.perform(request) instanceof Outcome.Answered) {
        latencies[i] = clock.nanos() - intended;
        lostInARow = 0;
      } else {
        lostInARow++;
      }
    }
  }

  private static void finish(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("measuring was interrupted");
      }
      throw new IllegalStateException("the measuring client failed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    sessions.forEach(Session::close);
  }
}
