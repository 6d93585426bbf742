package org.bumpless.runner.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.safety.SafetyTelegram;
import org.bumpless.plc.station.Poll;
import org.bumpless.plc.station.PollLog;

/**
 * A safety controller that tells a historian how it stands, one datagram after the other through
 * the data diode between them. Nobody asks it and nothing comes back to it; what the historian does
 * not hear in time is recorded as no reply.
 */
final class IslandTelling implements AutoCloseable {
  /** Nobody else listens there. */
  static final int PORT = 47_102;

  private static final Protocol PROTOCOL = new Protocol("safety-telegram");
  private static final Duration EVERY = Duration.ofMillis(200);

  /** Two telegrams lost in a row are a silence. */
  private static final Duration SILENCE = EVERY.multipliedBy(3);

  private static final long END_WITHIN_MILLIS = 2_000;

  private final Supplier<SafetyTelegram> solver;
  private final PollLog historian;
  private final List<Tag> tags;
  private final Flow flow;
  private final NanoClock clock;
  private final DatagramSocket sender;
  private final DatagramSocket receiver;
  private final List<Thread> threads;
  private volatile boolean closed;

  /**
   * Who tells whom.
   *
   * @param solver what the safety controller has to tell now
   * @param tags what it tells of, in its order
   */
  record Ends(Host from, Host to, AssetId island, Supplier<SafetyTelegram> solver, List<Tag> tags) {
    Ends {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Begins.
   *
   * @throws IOException if one of the hosts has no port for it
   */
  IslandTelling(Ends ends, PollLog historian, NanoClock clock)
      throws IOException, InterruptedException {
    this.solver = ends.solver();
    this.historian = historian;
    this.tags = ends.tags();
    this.clock = clock;
    this.flow =
        new Flow(
            new FlowId("diode-" + ends.island()),
            ends.to().id(),
            ends.island(),
            PROTOCOL,
            tags.stream().map(Tag::id).toList(),
            false,
            Optional.of(EVERY),
            SILENCE);
    InetSocketAddress door = new InetSocketAddress(ends.to().address(), PORT);
    receiver = ends.to().within(() -> new DatagramSocket(door));
    try {
      receiver.setSoTimeout((int) SILENCE.toMillis());
      sender =
          ends.from()
              .within(() -> new DatagramSocket(new InetSocketAddress(ends.from().address(), 0)));
    } catch (IOException | InterruptedException e) {
      receiver.close();
      throw e;
    }
    threads =
        List.of(
            ends.from().threads("tell").newThread(() -> tell(door)),
            ends.to().threads("listen").newThread(this::listen));
    threads.forEach(Thread::start);
  }

  private void tell(InetSocketAddress door) {
    try {
      while (!closed) {
        send(solver.get().write(), door);
        clock.await(EVERY);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it is closed
    }
  }

  /** A way that is broken is what the historian sees as silence. */
  private void send(ByteBuffer telegram, InetSocketAddress door) {
    byte[] bytes = new byte[telegram.remaining()];
    telegram.get(bytes);
    try {
      sender.send(new DatagramPacket(bytes, bytes.length, door));
    } catch (IOException _) {
      // Nobody can be told: the next one is sent all the same.
    }
  }

  private void listen() {
    byte[] place = new byte[SafetyTelegram.bytes(tags.size()) + 1]; // a longer one is not ours
    DatagramPacket packet = new DatagramPacket(place, place.length);
    for (long cycle = 0; !closed; cycle++) {
      Outcome outcome = heard(packet);
      if (!closed) { // a closed door is no silence of the island
        record(cycle, outcome);
      }
    }
  }

  private void record(long cycle, Outcome outcome) {
    long now = clock.nanos();
    historian.polled(new Poll(flow, cycle, now, now, outcome));
  }

  private Outcome heard(DatagramPacket packet) {
    packet.setLength(packet.getData().length);
    try {
      receiver.receive(packet);
      ByteBuffer came = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
      return new Outcome.Answered(SafetyTelegram.read(came, tags.size()).values(tags), "");
    } catch (SocketTimeoutException _) {
      return new Outcome.NoReply("no telegram for " + SILENCE.toMillis() + " ms");
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.NoReply(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    sender.close();
    receiver.close();
    for (Thread thread : threads) {
      try {
        if (!thread.join(Duration.ofMillis(END_WITHIN_MILLIS))) {
          throw new IllegalStateException(thread.getName() + " does not end");
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // the run ends; the threads do by themselves
      }
    }
  }
}
