package org.bumpless.endpoint.s7.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.endpoint.s7.codec.Packets;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.dial.Dialled;
import org.bumpless.plc.dial.Standing;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/** One standing connection: one request at a time, and its answer. */
final class Link implements Standing.Connection {
  /** What the client takes; a controller may agree to less. */
  private static final int PDU_BYTES = 960;

  /** The least that a controller may agree to. */
  static final int PDU_BYTES_MIN = 112;

  private static final int SETUP_BYTES = 8;
  private static final int COTP_TYPE = 5;
  private static final int COTP_CONFIRM = 0xD0;

  private final Dialled dialled;
  private final Packets packets;
  private final NanoClock clock;
  private final Duration timeout;
  private int reference;
  private int packetBytes = PDU_BYTES;

  private Link(Dialled dialled, NanoClock clock, Duration timeout) {
    this.dialled = dialled;
    this.packets = new Packets(dialled.in());
    this.clock = clock;
    this.timeout = timeout;
  }

  /** Agrees upon transport and packets with the far end. */
  static Link open(Dialled dialled, NanoClock clock, Duration timeout) throws IOException {
    Link link = new Link(dialled, clock, timeout);
    boolean open = false;
    try {
      link.send(Wire.connect());
      byte[] confirm = link.receive();
      if (confirm.length <= COTP_TYPE || (confirm[COTP_TYPE] & 0xFF) != COTP_CONFIRM) {
        throw new MalformedAnswer("an answer that confirms no connection; closed");
      }
      link.packetBytes = agreed(link.ask(Wire.setup(link.next(), PDU_BYTES)));
      open = true;
      return link;
    } finally {
      if (!open) {
        link.close();
      }
    }
  }

  private static int agreed(Reply setUp) throws MalformedAnswer {
    int bytes =
        setUp.parameter().limit() < SETUP_BYTES
            ? 0
            : setUp.parameter().getShort(SETUP_BYTES - Short.BYTES) & 0xFFFF;
    if (bytes < PDU_BYTES_MIN || bytes > PDU_BYTES) {
      throw new MalformedAnswer(
          "packets of %d bytes agreed to, expected %d to %d; closed"
              .formatted(bytes, PDU_BYTES_MIN, PDU_BYTES));
    }
    return bytes;
  }

  /** The longest packet that both ends have agreed to, from the S7 header on. */
  int packetBytes() {
    return packetBytes;
  }

  /** The reference for the next request. */
  int next() {
    reference = reference + 1 & 0xFFFF;
    return reference;
  }

  /** Sends the request with the newest reference and waits for its answer. */
  Reply ask(byte[] packet) throws IOException {
    send(packet);
    Reply reply = take();
    if (reply.reference() != reference) {
      throw new MalformedAnswer(
          "answer with reference %d, expected %d; closed".formatted(reply.reference(), reference));
    }
    return reply;
  }

  /** The next packet of the far end. */
  Reply take() throws IOException {
    return Reply.of(receive());
  }

  void send(byte[] packet) throws IOException {
    dialled.out().write(packet);
    dialled.out().flush();
  }

  private byte[] receive() throws IOException {
    dialled.bounded().deadline(clock.nanos() + timeout.toNanos());
    return packets.next().orElseThrow(EOFException::new);
  }

  /** Waits until the far end closes; whatever else it sends meanwhile is dropped. */
  @Override
  public boolean awaitClosed() {
    try {
      dialled.bounded().deadline(clock.nanos() + timeout.toNanos());
      Optional<byte[]> dropped = packets.next();
      while (dropped.isPresent()) {
        dropped = packets.next();
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      dialled.socket().close();
    } catch (IOException e) {
      // The far end was faster; the descriptor is given back all the same.
    }
  }
}
