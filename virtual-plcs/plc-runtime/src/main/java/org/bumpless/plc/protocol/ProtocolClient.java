package org.bumpless.plc.protocol;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;

/**
 * One connection of one client to one controller: the sender of every operation and the instrument
 * of every latency. Used by one thread at a time. Reconnects at the next operation after a
 * connection has ended.
 */
public interface ProtocolClient extends AutoCloseable {

  /** The manners of writing that this protocol knows, {@code plain} among them. */
  Set<String> manners();

  /**
   * Connects if it is not connected: TCP, then TLS, then the protocol's own session.
   *
   * @return {@code Answered} if the session stands, else what stood in its way; never throws for
   *     what the network does
   */
  Outcome connect();

  /**
   * Does one thing and waits for the answer, at most the time limit.
   *
   * @throws IllegalArgumentException if this protocol cannot do that, with the list of what it can
   */
  Outcome perform(Operation operation);

  /**
   * Prepares something that is done again and again while it is timed, so that each time costs as
   * little as this protocol lets it.
   *
   * @return does it once, as {@link #perform} would, and tells whether it was {@code Answered}
   * @throws IllegalArgumentException if this protocol cannot do that
   */
  default BooleanSupplier prepare(Operation operation) {
    return () -> perform(operation) instanceof Outcome.Answered;
  }

  /** Whether the connection stood when it was last used. */
  boolean connected();

  /**
   * Waits until the far end closes the connection.
   *
   * @return whether it did within the client's time limit
   */
  boolean awaitClosed();

  /** Ends the connection; a second call does nothing. */
  @Override
  void close();
}
