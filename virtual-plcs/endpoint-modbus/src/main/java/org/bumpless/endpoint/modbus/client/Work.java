package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import org.bumpless.plant.operation.Outcome;

/** An operation that has been planned and now needs a connection. */
interface Work {
  /**
   * Does it.
   *
   * @throws IOException if the connection fails or an answer makes no sense; the connection is of
   *     no more use then
   * @throws InterruptedException if the thread is interrupted between two parts of a frame
   */
  Outcome on(Link link) throws IOException, InterruptedException;

  /** What to tell of an operation that the connection's failure has broken off. */
  default Outcome brokenOff(Outcome failure) {
    return failure;
  }
}
