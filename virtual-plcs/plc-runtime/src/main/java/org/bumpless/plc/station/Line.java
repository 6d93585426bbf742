package org.bumpless.plc.station;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ProtocolClient;

/** A station's connection to one server, polled by a thread of its own. */
final class Line implements Runnable {
  private static final Outcome BACKING_OFF =
      new Outcome.NoReply("the connection was lost; waiting to connect again");
  private static final Outcome NOT_SENT =
      new Outcome.NoReply("not sent: still waiting for an earlier answer");

  private final Flow flow;
  private final Supplier<ProtocolClient> clients;
  private final NanoClock clock;
  private final PollLog log;
  private final long startNanos;
  private final long periodNanos;
  private final Operation request;
  private final BackOff backOff;

  private final Object swap = new Object();
  private ProtocolClient client;
  private volatile Map<TagId, TagValue> seen = Map.of();
  private volatile long lastGoodNanos = Long.MIN_VALUE;
  private volatile boolean closed;

  Line(
      Flow flow,
      Supplier<ProtocolClient> clients,
      NanoClock clock,
      PollLog log,
      long startNanos,
      BackOff backOff) {
    this.flow = flow;
    this.clients = clients;
    this.clock = clock;
    this.log = log;
    this.startNanos = startNanos;
    this.backOff = backOff;
    this.periodNanos = flow.period().orElseThrow().toNanos();
    this.request = new Operation.Read(flow.tags());
    this.client = clients.get();
  }

  Flow flow() {
    return flow;
  }

  Map<TagId, TagValue> seen() {
    return seen;
  }

  /** Whether a poll that was due after a moment has been answered. */
  boolean seenSince(long nanos) {
    return lastGoodNanos >= nanos;
  }

  @Override
  public void run() {
    try {
      long cycle = 0;
      while (!closed) {
        long due = startNanos + cycle * periodNanos;
        clock.awaitUntil(due);
        if (backOff.quietAt(due)) {
          report(cycle, due, BACKING_OFF, false);
        } else {
          report(cycle, due, tried(), true);
        }
        cycle = reportUnsent(cycle + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome tried() {
    Outcome outcome = poll();
    if (outcome instanceof Outcome.Answered) {
      backOff.answered();
    } else {
      backOff.failed(clock.nanos());
    }
    return outcome;
  }

  private Outcome poll() {
    try {
      return perform(request);
    } catch (RuntimeException e) {
      // A line that ends here would be a station that goes blind in silence.
      hangUp();
      return new Outcome.NoReply("the station's own client failed: " + e);
    }
  }

  /** Does something on the standing connection, between two polls. */
  Outcome perform(Operation operation) {
    synchronized (swap) {
      return client.perform(operation);
    }
  }

  private void report(long cycle, long due, Outcome outcome, boolean sent) {
    long done = clock.nanos();
    if (outcome instanceof Outcome.Answered(var values, var detail)) {
      seen = values;
      lastGoodNanos = due;
    }
    log.polled(new Poll(flow, cycle, due, done, outcome, sent));
  }

  /** Polls that fell due a whole period ago while another was under way were never sent. */
  private long reportUnsent(long from) {
    long cycle = from;
    while (!closed && startNanos + (cycle + 1) * periodNanos <= clock.nanos()) {
      report(cycle, startNanos + cycle * periodNanos, NOT_SENT, false);
      cycle++;
    }
    return cycle;
  }

  /**
   * Connects a new client and puts it in the place of the old one between two polls; whether that
   * worked.
   */
  boolean exchange() {
    ProtocolClient fresh = clients.get();
    if (!(fresh.connect() instanceof Outcome.Answered)
        || !(fresh.perform(request) instanceof Outcome.Answered)) {
      fresh.close();
      return false;
    }
    Optional<ProtocolClient> old;
    synchronized (swap) {
      old = closed ? Optional.of(fresh) : Optional.of(client);
      client = closed ? client : fresh;
    }
    old.ifPresent(ProtocolClient::close);
    return !closed;
  }

  /** Ends the polling; the thread leaves at its next step. */
  void close() {
    closed = true;
  }

  void hangUp() {
    synchronized (swap) {
      client.close();
    }
  }
}
