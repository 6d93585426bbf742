package org.bumpless.runner.wire;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.runner.wire.Transits.Transit;
import org.bumpless.runner.wire.Transits.UnmatchedException;

/**
 * Follows the connections that are opened to a door of the product while it listens, and those that
 * the product opens to the controller behind it. A connection before it and one behind it belong
 * together by the order in which they are opened.
 */
public final class WireMeter implements FrameSink {
  private final InetSocketAddress door;
  private final InetSocketAddress server;
  private final Map<Connection, Conversation> before = new LinkedHashMap<>();
  private final Map<Connection, Conversation> behind = new LinkedHashMap<>();

  /**
   * @param door where clients reach the product; the server's own address if it takes what passes
   * @param server the controller's address
   */
  public WireMeter(InetSocketAddress door, InetSocketAddress server) {
    this.door = door;
    this.server = server;
  }

  private record Connection(InetSocketAddress client, InetSocketAddress server) {}

  @Override
  public synchronized void frame(Frame frame) {
    TcpSegment.in(frame.bytes()).ifPresent(segment -> segment(frame, segment));
  }

  private void segment(Frame frame, TcpSegment segment) {
    if (segment.opens()) {
      Connection opened = new Connection(segment.source(), segment.destination());
      if (!frame.outgoing() && segment.destination().equals(door)) {
        before.putIfAbsent(opened, new Conversation());
      } else if (frame.outgoing() && segment.destination().equals(server)) {
        behind.putIfAbsent(opened, new Conversation());
      }
    } else if (segment.payload().hasRemaining()) {
      heard(before, frame, segment, !frame.outgoing());
      heard(behind, frame, segment, frame.outgoing());
    }
  }

  /**
   * @param towardsServer whether the frame goes the way that the client's take at this side
   */
  private static void heard(
      Map<Connection, Conversation> side, Frame frame, TcpSegment segment, boolean towardsServer) {
    Connection connection =
        towardsServer
            ? new Connection(segment.source(), segment.destination())
            : new Connection(segment.destination(), segment.source());
    Conversation conversation = side.get(connection);
    if (conversation != null) {
      conversation.heard(frame.epochNanos(), towardsServer, segment);
    }
  }

  /**
   * The transits of all requests so far that began at a moment or later, connection by connection.
   *
   * @param fromEpochNanos nanoseconds since 1970
   * @throws UnmatchedException if what was seen before the product and behind it does not fit
   */
  public synchronized List<List<Transit>> transits(long fromEpochNanos) throws UnmatchedException {
    List<List<Conversation.Turn>> outer = turns(before);
    List<List<Conversation.Turn>> inner = turns(behind);
    if (outer.size() != inner.size()) {
      throw new UnmatchedException(
          "%d connections before the product and %d behind it"
              .formatted(outer.size(), inner.size()));
    }
    List<List<Transit>> transits = new ArrayList<>();
    for (int i = 0; i < outer.size(); i++) {
      transits.add(
          Transits.match(outer.get(i), inner.get(i)).stream()
              .filter(transit -> transit.beginNanos() >= fromEpochNanos)
              .toList());
    }
    return transits;
  }

  /** Of the connections on which something was asked and answered. */
  private static List<List<Conversation.Turn>> turns(Map<Connection, Conversation> side) {
    return side.values().stream()
        .map(Conversation::turns)
        .filter(turns -> !turns.isEmpty())
        .toList();
  }
}
