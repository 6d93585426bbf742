package org.bumpless.runner.access;

import java.io.IOException;
import java.net.Socket;
import org.bumpless.plc.passage.TurnedAwayException;

/** The question by which a client gets from a gate to a controller. */
@FunctionalInterface
interface Asking {
  /**
   * Asks, and takes the answer without a byte of what follows.
   *
   * @param gate connected
   * @throws TurnedAwayException if the answer is anything but a yes
   */
  void ask(Socket gate) throws IOException;
}
