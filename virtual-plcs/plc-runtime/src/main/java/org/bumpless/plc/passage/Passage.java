package org.bumpless.plc.passage;

import java.io.IOException;
import java.net.Socket;

/** How a client gets from what it dials to where its protocol begins; used by many threads. */
@FunctionalInterface
public interface Passage {
  /** The client speaks to whoever it dials. */
  Passage STRAIGHT = Departure::connect;

  /**
   * Goes the way.
   *
   * @return what is spoken on from now on: a socket of the departure, or TLS above one
   * @throws TurnedAwayException if somebody on the way said why it ends there
   * @throws IOException if it does not come about in time
   */
  Socket pass(Departure departure) throws IOException;
}
