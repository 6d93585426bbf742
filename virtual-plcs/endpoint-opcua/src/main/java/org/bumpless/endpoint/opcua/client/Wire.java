package org.bumpless.endpoint.opcua.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.dial.Dialer;
import org.bumpless.plc.dial.Dialled;
import org.bumpless.plc.passage.DeadlineSocket;
import org.bumpless.plc.protocol.ClientSettings;

/**
 * A TCP connection, with TLS around it if the product wants it, that carries OPC UA message chunks
 * (OPC 10000-6, 7.1.2): three letters of type, one of position, four bytes of length with low byte
 * first, and the rest.
 */
final class Wire implements AutoCloseable {
  static final int HEADER_BYTES = 8;
  private static final int LENGTH_AT = 4;

  private final Socket socket;
  private final DeadlineSocket bounded;
  private final InputStream in;
  private final OutputStream out;
  private final NanoClock clock;
  private final long timeoutNanos;

  private Wire(Dialled dialled, NanoClock clock, long timeoutNanos) {
    this.socket = dialled.socket();
    this.bounded = dialled.bounded();
    this.clock = clock;
    this.timeoutNanos = timeoutNanos;
    in = new BufferedInputStream(dialled.in(), 1 << 16);
    out = dialled.out();
  }

  /**
   * Connects TCP, then TLS.
   *
   * @throws IOException for all that stands in the way; nothing stays open then
   */
  static Wire connect(Dialer dialer, ClientSettings settings) throws IOException {
    return new Wire(dialer.dial(), settings.clock(), settings.timeout().toNanos());
  }

  /** Sends bytes in one write. */
  void send(byte[] bytes) throws IOException {
    send(bytes, 0, bytes.length);
  }

  /** Sends a part of an array in one write. */
  void send(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    out.flush();
  }

  /**
   * Receives one chunk.
   *
   * @param bytesMax longest chunk that is believed
   * @param deadlineNanos by the clock of the settings
   * @return the whole chunk, header included
   * @throws EOFException if the connection ends before it
   */
  ByteBuf receive(int bytesMax, long deadlineNanos) throws IOException {
    bounded.deadline(deadlineNanos);
    byte[] header = new byte[HEADER_BYTES];
    readFully(header, 0);
    long length = Unpooled.wrappedBuffer(header).getUnsignedIntLE(LENGTH_AT);
    if (length < HEADER_BYTES || length > bytesMax) {
      throw new IOException(
          "chunk of " + length + " bytes, expected " + HEADER_BYTES + " to " + bytesMax);
    }
    byte[] chunk = new byte[(int) length];
    System.arraycopy(header, 0, chunk, 0, HEADER_BYTES);
    readFully(chunk, HEADER_BYTES);
    return Unpooled.wrappedBuffer(chunk);
  }

  private void readFully(byte[] bytes, int from) throws IOException {
    int at = from;
    while (at < bytes.length) {
      int count = in.read(bytes, at, bytes.length - at);
      if (count < 0) {
        throw new EOFException("connection closed after " + at + " of " + bytes.length + " bytes");
      }
      at += count;
    }
  }

  /** When an answer to something sent now is too late. */
  long deadlineNanos() {
    return clock.nanos() + timeoutNanos;
  }

  /**
   * Waits until the far end closes; whatever it sends until then is lost, so the wire is of no more
   * use afterwards.
   *
   * @return whether it closed in time
   */
  boolean awaitEnd() {
    bounded.deadline(deadlineNanos());
    byte[] lost = new byte[1 << 10];
    try {
      while (in.read(lost) >= 0) {
        // Something still came: an error message before the end, perhaps.
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException ended) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // A connection that cannot be closed in order is closed all the same.
    }
  }
}
