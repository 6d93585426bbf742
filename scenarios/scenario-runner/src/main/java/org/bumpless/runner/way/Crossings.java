package org.bumpless.runner.way;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.runner.wire.TcpSegment;

/**
 * The TCP segments that open and accept connections, as they come to the product and leave it. A
 * product that changes addresses keeps the number of the first byte, by which a segment is known
 * again.
 */
final class Crossings implements FrameSink {
  /** Far more than any trial makes; what is beyond is left out, and nothing is shown then. */
  private static final int SEEN_MAX = 100_000;

  private final List<Seen> seen = new ArrayList<>();

  /**
   * A segment that is looked for.
   *
   * @param accepts whether it accepts a connection; else it opens one
   */
  record Opening(InetSocketAddress source, InetSocketAddress destination, boolean accepts) {}

  private record Seen(Opening opening, int sequence, boolean outgoing) {}

  @Override
  public void frame(Frame frame) {
    TcpSegment.in(frame.bytes())
        .filter(segment -> segment.opens() || segment.accepts())
        .ifPresent(segment -> add(frame.outgoing(), segment));
  }

  private synchronized void add(boolean outgoing, TcpSegment segment) {
    if (seen.size() < SEEN_MAX) {
      seen.add(
          new Seen(
              new Opening(segment.source(), segment.destination(), segment.accepts()),
              segment.sequence(),
              outgoing));
    }
  }

  /** Whether it has come to the product. */
  synchronized boolean reached(Opening opening) {
    return seen.stream().anyMatch(s -> !s.outgoing() && s.opening().equals(opening));
  }

  /** Whether it has left the product, under whatever address. */
  synchronized boolean passed(Opening opening) {
    List<Integer> numbers =
        seen.stream()
            .filter(s -> !s.outgoing() && s.opening().equals(opening))
            .map(Seen::sequence)
            .toList();
    return seen.stream()
        .filter(Seen::outgoing)
        .filter(s -> s.opening().accepts() == opening.accepts())
        .anyMatch(s -> s.opening().equals(opening) || numbers.contains(s.sequence()));
  }

  /** Whether some may have been left out. */
  synchronized boolean full() {
    return seen.size() == SEEN_MAX;
  }
}
