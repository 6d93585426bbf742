package org.bumpless.plc.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ProtocolClient;

/**
 * An HMI or aggregator: polls its servers at fixed times, each on a line of its own, one line after
 * the other. Twenty lines that all polled at the same moment would hold up each other and everybody
 * else on the host, in every period.
 */
public final class PollingStation implements AutoCloseable {
  private static final long END_WITHIN_MILLIS = 2_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
  private static final long APART_NANOS_MAX = 5_000_000;

  private final AssetId id;
  private final NanoClock clock;
  private final List<Line> lines = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts to poll.
   *
   * @param flows the station's polling flows, one for each server
   * @param clients makes a client for a flow, not connected yet
   */
  public PollingStation(
      AssetId id,
      List<Flow> flows,
      Function<Flow, ProtocolClient> clients,
      NanoClock clock,
      ThreadFactory factory,
      PollLog log) {
    this.id = id;
    this.clock = clock;
    long start = clock.nanos();
    for (Flow flow : flows) {
      int number = lines.size();
      long first = start + number * apart(flow, flows.size());
      BackOff backOff = new BackOff(number, flows.size());
      lines.add(new Line(flow, () -> clients.apply(flow), clock, log, first, backOff));
    }
    for (Line line : lines) {
      Thread thread = factory.newThread(line);
      threads.add(thread);
      thread.start();
    }
  }

  /** So far apart that all lines have had their turn within one period. */
  private static long apart(Flow flow, int lines) {
    return Math.min(APART_NANOS_MAX, flow.period().orElseThrow().toNanos() / lines);
  }

  public AssetId id() {
    return id;
  }

  public List<Flow> flows() {
    return lines.stream().map(Line::flow).toList();
  }

  /** The last values of all its servers. */
  public Map<TagId, TagValue> view() {
    Map<TagId, TagValue> view = new TreeMap<>();
    lines.forEach(line -> view.putAll(line.seen()));
    return view;
  }

  /**
   * An operator acts: the operation takes the standing connection to its server, as in a real HMI,
   * and comes between two polls.
   *
   * @throws IllegalArgumentException if the station does not poll the flow
   */
  public Outcome command(Flow flow, Operation operation) {
    return lines.stream()
        .filter(line -> line.flow().equals(flow))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " does not poll " + flow.server()))
        .perform(operation);
  }

  /**
   * Moves every line to a newly connected client, new before old, for example when the certificate
   * is renewed.
   *
   * @return how many lines were moved; a line whose new client got no answer keeps the old one
   */
  public int exchangeClients() {
    return (int) lines.stream().filter(Line::exchange).count();
  }

  /**
   * Waits until every server has answered a poll that was due after a moment.
   *
   * @param nanos the moment, on the bench's clock
   * @param atMost how long after it
   * @return the servers that have not, at the end of the time
   */
  public List<AssetId> awaitAllSeen(long nanos, Duration atMost) throws InterruptedException {
    long end = nanos + atMost.toNanos();
    while (true) {
      List<AssetId> missing =
          lines.stream().filter(l -> !l.seenSince(nanos)).map(l -> l.flow().server()).toList();
      if (missing.isEmpty() || clock.nanos() >= end) {
        return missing;
      }
      clock.await(LOOK_AGAIN);
    }
  }

  @Override
  public void close() {
    lines.forEach(Line::close);
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(END_WITHIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lines.forEach(Line::hangUp);
  }
}
