package org.bumpless.adapter.pep;

import java.net.InetSocketAddress;
import org.bumpless.plant.identity.Identity;

/** A product in the conduits. */
public interface Pep extends AutoCloseable {
  /**
   * Starts the product and returns when it is ready.
   *
   * @throws ProductException if it does not get ready in time or ends; nothing is left running then
   * @throws InterruptedException if the wait is interrupted; nothing is left running then
   */
  void start() throws ProductException, InterruptedException;

  /** Where clients reach a protected endpoint through the product. */
  InetSocketAddress front(Listener listener);

  /**
   * Whether clients dial the controllers themselves and the packets cross the product's host, which
   * then has to pass them on.
   */
  default boolean routes() {
    return false;
  }

  /** How the product is now. */
  ProductState state();

  /**
   * Gives the product a renewed certificate of its own.
   *
   * @return whether the product can take it up without a restart
   * @throws ProductException if it can, and fails
   */
  boolean renew(Identity identity) throws ProductException;

  /** Ends the product at once, as a crash does; nothing of it is left when this returns. */
  default void kill() {
    close();
  }

  /**
   * Lets something happen to the product, until {@link #recover}.
   *
   * @throws ProductException if products of this kind cannot have it, or it could not be done
   */
  default void suffer(Mishap mishap) throws ProductException {
    throw new ProductException(
        ProductException.Cause.UNAVAILABLE,
        "%s: it runs in no process of its own that the bench has started".formatted(mishap));
  }

  /**
   * Ends what the product suffers from; a wrong clock with its next start.
   *
   * @throws ProductException if it could not be done
   */
  default void recover() throws ProductException {}

  /**
   * Stops the product; nothing of it is left when this returns. Safe to call twice and after a
   * failed start.
   */
  @Override
  void close();
}
