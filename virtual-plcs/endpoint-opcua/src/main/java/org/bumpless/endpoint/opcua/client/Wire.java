package org.bumpless.endpoint.opcua.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ClientSettings;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection, with TLS around it if the product wants it, that carries OPC UA message chunks
 * (OPC 10000-6, 7.1.2): three letters of type, one of position, four bytes of length with low byte
 * first, and the rest.
 */
final class Wire implements AutoCloseable {
  static final int HEADER_BYTES = 8;
  private static final int LENGTH_AT = 4;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final NanoClock clock;
  private final long timeoutNanos;
  private @Nullable IOException sendFailure;

  private Wire(Socket socket, NanoClock clock, long timeoutNanos) throws IOException {
    this.socket = socket;
    this.clock = clock;
    this.timeoutNanos = timeoutNanos;
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /**
   * Connects TCP, then TLS.
   *
   * @param tls the context, if there is to be TLS
   * @throws IOException for all that stands in the way; nothing stays open then
   */
  static Wire connect(ClientSettings settings, Optional<SSLContext> tls) throws IOException {
    int timeoutMillis = (int) Math.max(1, settings.timeout().toMillis());
    Socket socket = settings.sockets().createSocket();
    boolean connected = false;
    try {
      socket.bind(new InetSocketAddress(settings.local(), 0));
      socket.setTcpNoDelay(true);
      socket.connect(settings.dial(), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      Socket outer = tls.isPresent() ? handshaken(socket, tls.get(), settings) : socket;
      Wire wire = new Wire(outer, settings.clock(), settings.timeout().toNanos());
      connected = true;
      return wire;
    } finally {
      if (!connected) {
        socket.close();
      }
    }
  }

  private static SSLSocket handshaken(Socket socket, SSLContext tls, ClientSettings settings)
      throws IOException {
    String name = settings.tls().orElseThrow().serverName();
    SSLSocket secured =
        (SSLSocket)
            tls.getSocketFactory().createSocket(socket, name, settings.dial().getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(name)));
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** Sends bytes in one write. */
  void send(byte[] bytes) throws IOException {
    send(bytes, 0, bytes.length);
  }

  /**
   * Sends a part of an array. If the far end does not listen any more, the next {@link #receive}
   * fails: it may have said why before it went, and that is worth more than a broken pipe.
   */
  void send(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
      out.flush();
    } catch (SSLException e) {
      throw e;
    } catch (IOException e) {
      sendFailure = e;
    }
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
    try {
      return chunk(bytesMax, deadlineNanos);
    } catch (SSLException e) {
      throw e;
    } catch (IOException e) {
      IOException first = sendFailure;
      if (first == null) {
        throw e;
      }
      first.addSuppressed(e);
      throw first;
    }
  }

  private ByteBuf chunk(int bytesMax, long deadlineNanos) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    readFully(header, 0, deadlineNanos);
    long length = Unpooled.wrappedBuffer(header).getUnsignedIntLE(LENGTH_AT);
    if (length < HEADER_BYTES || length > bytesMax) {
      throw new IOException(
          "chunk of " + length + " bytes, expected " + HEADER_BYTES + " to " + bytesMax);
    }
    byte[] chunk = new byte[(int) length];
    System.arraycopy(header, 0, chunk, 0, HEADER_BYTES);
    readFully(chunk, HEADER_BYTES, deadlineNanos);
    return Unpooled.wrappedBuffer(chunk);
  }

  private void readFully(byte[] bytes, int from, long deadlineNanos) throws IOException {
    int at = from;
    while (at < bytes.length) {
      int count = read(bytes, at, deadlineNanos);
      if (count < 0) {
        throw new EOFException("connection closed after " + at + " of " + bytes.length + " bytes");
      }
      at += count;
    }
  }

  private int read(byte[] bytes, int from, long deadlineNanos) throws IOException {
    long leftMillis = (deadlineNanos - clock.nanos() + 999_999) / 1_000_000;
    if (leftMillis <= 0) {
      throw new SocketTimeoutException("no whole answer in time");
    }
    socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
    return in.read(bytes, from, bytes.length - from);
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
    long deadline = deadlineNanos();
    byte[] lost = new byte[1 << 10];
    try {
      while (read(lost, 0, deadline) >= 0) {
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
