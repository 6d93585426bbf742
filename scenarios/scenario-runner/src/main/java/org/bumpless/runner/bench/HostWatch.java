package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.scenario.bench.HostStalls;

/**
 * Watches the host in the same seconds in which a product is judged: by the plant's own scan, and
 * by a control client that reads from a controller past the product, again and again. Whatever
 * holds these two up holds up the stations too and is not the product's doing.
 */
final class HostWatch implements HostStalls, AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(20);
  private static final Duration BACK_OFF = Duration.ofMillis(500);
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  private final Lateness scan;
  private final Lateness control;
  private final BusyTimes busy;
  private final ProtocolClient client;
  private final Operation request;
  private final NanoClock clock;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to watch.
   *
   * @param busy is to look at the processors
   * @param client past the product, not connected yet; belongs to this object from now on
   * @param memory how far back it can be asked
   */
  HostWatch(
      Lateness scan,
      BusyTimes busy,
      ProtocolClient client,
      Operation request,
      NanoClock clock,
      ThreadFactory threads,
      Duration memory) {
    this.scan = scan;
    this.control = new Lateness(PERIOD.toNanos(), memory);
    this.busy = busy;
    this.client = client;
    this.request = request;
    this.clock = clock;
    this.thread = threads.newThread(this::run);
    thread.start();
  }

  /** The plant's quickest polling flow, whose protocol the control client speaks. */
  static Optional<Flow> quickest(Plant plant) {
    return plant.flows().stream()
        .filter(flow -> flow.period().isPresent())
        .min(Comparator.comparing(flow -> flow.period().orElseThrow()));
  }

  @Override
  public long longestNanos(long fromNanos, long toNanos) {
    return Math.max(
        scan.longestNanos(fromNanos, toNanos), control.longestNanos(fromNanos, toNanos));
  }

  @Override
  public boolean busy(long fromNanos, long toNanos) {
    return busy.covers(fromNanos, toNanos, 0);
  }

  private void run() {
    try {
      while (!closed && !(client.perform(request) instanceof Outcome.Answered)) {
        clock.await(BACK_OFF);
      }
      long due = clock.nanos();
      while (!closed) {
        clock.awaitUntil(due);
        boolean answered = client.perform(request) instanceof Outcome.Answered;
        long done = clock.nanos();
        control.scanned(due, done);
        busy.look(done);
        if (!answered) {
          clock.await(BACK_OFF);
        }
        due = Math.max(due + PERIOD.toNanos(), clock.nanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("the control client did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
