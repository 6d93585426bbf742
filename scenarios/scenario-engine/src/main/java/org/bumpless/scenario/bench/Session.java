package org.bumpless.scenario.bench;

import java.util.Set;
import java.util.function.BooleanSupplier;
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

  /**
   * Prepares something that is done again and again while it is timed.
   *
   * @return does it once, as {@link #perform} would, and tells whether it was answered
   */
  default BooleanSupplier prepare(Operation operation) {
    return () -> perform(operation) instanceof Outcome.Answered;
  }

  boolean connected();

  /**
   * Waits, within the client's time limit, until the far end has closed the connection; whether it
   * did.
   */
  boolean awaitClosed();

  @Override
  void close();
}
