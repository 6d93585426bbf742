package org.bumpless.scenario.bench;

import java.util.Optional;
import org.bumpless.adapter.pep.Mishap;

/**
 * The product's switch and its misfortunes, in a scenario's hand; it is on and well when the next
 * one begins.
 */
public interface Power {

  /** Ends the product in an orderly way; nothing of it runs when this returns. */
  void off();

  /** Ends it at once, as a crash does; nothing of it runs when this returns. */
  void kill();

  /**
   * Starts it again, and waits until it is ready.
   *
   * @return why it is not, if it is not
   */
  Optional<String> on() throws InterruptedException;

  /**
   * Lets something happen to it; a wrong clock with its next start.
   *
   * @return why it cannot have that, if it cannot
   */
  Optional<String> suffer(Mishap mishap) throws InterruptedException;

  /**
   * Ends what it suffers from; after a wrong clock it is started anew.
   *
   * @return why it could not be done, if it could not
   */
  Optional<String> recover() throws InterruptedException;
}
