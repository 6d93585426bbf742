package org.bumpless.plc.dial;

import org.jspecify.annotations.Nullable;

/**
 * The one connection of a client, from its first use until either side ends it. Used by one thread
 * at a time.
 *
 * @param <L> the connection as the protocol speaks on it
 */
public final class Standing<L extends Standing.Connection> {
  private @Nullable L connection;
  private boolean farEndClosed;

  /** What is spoken on. */
  public interface Connection extends AutoCloseable {
    /** Waits until the far end closes; whatever else it sends meanwhile is dropped. */
    boolean awaitClosed();

    @Override
    void close();
  }

  /** The connection, if it stood when it was last used. */
  public @Nullable L get() {
    return connection;
  }

  /** A connection stands now. */
  public L begin(L begun) {
    farEndClosed = false;
    connection = begun;
    return begun;
  }

  /** No connection stands, and it was not the far end that ended one. */
  public void reset() {
    farEndClosed = false;
  }

  /** Waits until the far end ends it; tells whether it did in time. */
  public boolean awaitClosed() {
    if (connection == null) {
      return farEndClosed;
    }
    if (!connection.awaitClosed()) {
      return false;
    }
    end(true);
    return true;
  }

  /**
   * Ends the connection, if one stands.
   *
   * @param byFarEnd whether it was the far end that ended it
   */
  public void end(boolean byFarEnd) {
    L ended = connection;
    if (ended == null) {
      return;
    }
    connection = null;
    farEndClosed = byFarEnd;
    ended.close();
  }
}
