package org.bumpless.plc.passage;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import org.bumpless.plant.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * A connected socket, also for a TLS layer above it, with two manners that a measuring client
 * needs.
 *
 * <p>All reads end at one deadline: a socket's own time-out begins anew with every byte, and a
 * product that drips would never run into it. And a write that fails because the far end has closed
 * is not reported before the next read: a far end that said why, in a TLS alert, and then closed is
 * heard, although the client was still sending.
 */
public final class DeadlineSocket extends Socket {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A read may give up later than at its deadline by this part of the time that was left. */
  private static final int SLACK_PART = 20;

  private final Socket raw;
  private final NanoClock clock;
  private final Runnable after;
  private long deadlineNanos;
  private int setMillis;
  private @Nullable IOException unsent;

  /**
   * @param raw connected
   * @param after what has to end with it; may be run again
   */
  DeadlineSocket(Socket raw, NanoClock clock, Runnable after) throws SocketException {
    super((SocketImpl) null);
    this.raw = raw;
    this.clock = clock;
    this.after = after;
  }

  /** Sets the moment on the client's clock at which reads give up, or shortly after. */
  public void deadline(long nanos) {
    deadlineNanos = nanos;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(raw.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        limit();
        try {
          return super.read(buffer, from, length);
        } catch (IOException e) {
          if (unsent != null) {
            e.addSuppressed(unsent);
          }
          throw e;
        }
      }
    };
  }

  private void limit() throws IOException {
    long leftNanos = deadlineNanos - clock.nanos();
    if (leftNanos <= 0) {
      throw new SocketTimeoutException("deadline passed");
    }
    int millis =
        (int) Math.min(Integer.MAX_VALUE, (leftNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    if (millis > setMillis || setMillis - millis > millis / SLACK_PART) { // setting it allocates
      raw.setSoTimeout(millis);
      setMillis = millis;
    }
  }

  /** A stream that is silent about a far end which has gone: the next read tells it. */
  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(raw.getOutputStream()) {
      @Override
      public void write(byte[] buffer, int from, int length) {
        try {
          out.write(buffer, from, length);
        } catch (IOException e) {
          unsent = e;
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    try {
      raw.close();
    } finally {
      after.run();
    }
  }

  @Override
  public boolean isClosed() {
    return raw.isClosed();
  }

  @Override
  public boolean isConnected() {
    return raw.isConnected();
  }

  @Override
  public boolean isBound() {
    return raw.isBound();
  }

  @Override
  public boolean isInputShutdown() {
    return raw.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return raw.isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    raw.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    raw.shutdownOutput();
  }

  @Override
  public @Nullable InetAddress getInetAddress() {
    return raw.getInetAddress();
  }

  @Override
  public int getPort() {
    return raw.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return raw.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return raw.getLocalPort();
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return raw.getRemoteSocketAddress();
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return raw.getLocalSocketAddress();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    raw.setSoLinger(on, seconds);
  }

  @Override
  public int getSoLinger() throws SocketException {
    return raw.getSoLinger();
  }

  /** Ignored: the deadline rules. */
  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public int getSoTimeout() throws SocketException {
    return raw.getSoTimeout();
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    raw.setTcpNoDelay(on);
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return raw.getTcpNoDelay();
  }
}
