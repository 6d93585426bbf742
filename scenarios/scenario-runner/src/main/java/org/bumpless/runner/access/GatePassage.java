package org.bumpless.runner.access;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.Passage;
import org.bumpless.plc.passage.TlsLayer;

/**
 * The way through a gate that is asked on the connection that then leads on.
 *
 * @param tls spoken with the gate, if it is
 */
record GatePassage(Optional<TlsLayer> tls, Asking asking) implements Passage {
  @Override
  public Socket pass(Departure departure) throws IOException {
    Socket plain = departure.connect();
    Socket gate = tls.isPresent() ? tls.get().over(plain) : plain;
    asking.ask(gate);
    return gate;
  }
}
