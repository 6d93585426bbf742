package org.bumpless.pep.process;

import java.io.IOException;

/** How a product is sent a signal. */
public interface Signals {
  /**
   * Sends one.
   *
   * @param signal without SIG, for example {@code HUP}
   * @throws IOException if it could not be sent
   */
  void send(String signal) throws IOException, InterruptedException;
}
