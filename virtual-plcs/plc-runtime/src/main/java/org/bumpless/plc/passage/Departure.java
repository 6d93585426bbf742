package org.bumpless.plc.passage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * A client at its host that sets out: what it dials, by when it has to be there, and what it has
 * opened on its way. Used by one thread.
 */
public final class Departure {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Origin origin;
  private final InetSocketAddress dial;
  private final long deadlineNanos;
  private @Nullable DeadlineSocket open;

  /**
   * Where a client stands.
   *
   * @param local address of its host
   * @param sockets makes sockets inside that host
   * @param threads makes threads inside that host; what they start belongs there too
   */
  public record Origin(
      InetAddress local, SocketFactory sockets, ThreadFactory threads, NanoClock clock) {}

  /**
   * @param deadlineNanos on the clock of the origin
   */
  public Departure(Origin origin, InetSocketAddress dial, long deadlineNanos) {
    this.origin = origin;
    this.dial = dial;
    this.deadlineNanos = deadlineNanos;
  }

  public Origin origin() {
    return origin;
  }

  /** Who is dialled. */
  public InetSocketAddress dial() {
    return dial;
  }

  /** How long there is left, in whole milliseconds, at least 1. */
  public int millisLeft() throws SocketTimeoutException {
    long left = deadlineNanos - origin.clock().nanos();
    if (left <= 0) {
      throw new SocketTimeoutException("deadline passed");
    }
    return (int) Math.min(Integer.MAX_VALUE, (left + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
  }

  /** Connects to who is dialled. */
  public Socket connect() throws IOException {
    return connect(dial);
  }

  /** Connects to somebody else, instead of what was connected before, which is closed. */
  public Socket connect(InetSocketAddress other) throws IOException {
    close();
    Socket raw = origin.sockets().createSocket();
    try {
      if (!raw.isBound()) {
        raw.bind(new InetSocketAddress(origin.local(), 0));
      }
      raw.connect(other, millisLeft());
      return adopt(raw, () -> {});
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Takes a connection that came about otherwise.
   *
   * @param after what has to end with it; may be run again
   */
  public Socket adopt(Socket connected, Runnable after) throws IOException {
    connected.setTcpNoDelay(true);
    DeadlineSocket bounded = new DeadlineSocket(connected, origin.clock(), after);
    bounded.deadline(deadlineNanos);
    open = bounded;
    return bounded;
  }

  /**
   * The connection at the bottom of what is spoken on.
   *
   * @throws IllegalStateException if nothing is connected
   */
  public DeadlineSocket bounded() {
    DeadlineSocket last = open;
    if (last == null) {
      throw new IllegalStateException("nothing is connected");
    }
    return last;
  }

  /** Closes what is open. */
  public void close() throws IOException {
    DeadlineSocket last = open;
    open = null;
    if (last != null) {
      last.close();
    }
  }
}
