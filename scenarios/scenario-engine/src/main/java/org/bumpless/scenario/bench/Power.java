package org.bumpless.scenario.bench;

import java.util.Optional;

/** The product's switch, in a scenario's hand; it is on when the next one begins. */
public interface Power {

  /** Ends the product; nothing of it runs when this returns. */
  void off();

  /**
   * Starts it again, and waits until it is ready.
   *
   * @return why it is not, if it is not
   */
  Optional<String> on() throws InterruptedException;
}
