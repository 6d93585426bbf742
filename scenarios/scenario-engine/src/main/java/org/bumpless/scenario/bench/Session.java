package org.bumpless.scenario.bench;

import java.util.Set;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;

/** A client's connection to a controller; used by one thread at a time. */
public interface Session extends AutoCloseable {
  /** The manners of writing that its protocol knows. */
  Set<String> manners();

  /** Opens it, or says what stood in the way. */
  Outcome connect();

  /** Does one thing; opens the connection first if it is not open. */
  Outcome perform(Operation operation);

  boolean connected();

  /**
   * Waits, within the client's time limit, until the far end has closed the connection; whether it
   * did.
   */
  boolean awaitClosed();

  @Override
  void close();
}
