package org.bumpless.plc.dial;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.TlsLayer;
import org.bumpless.plc.protocol.ClientSettings;

/**
 * Opens connections: from the client's own host, by the way that its settings say, then TLS where
 * it is wanted around the protocol.
 */
public final class Dialer {
  private final ClientSettings settings;
  private final Departure.Origin origin;
  private final Optional<TlsLayer> tls;

  public Dialer(ClientSettings settings) {
    this.settings = settings;
    this.origin =
        new Departure.Origin(
            settings.local(), settings.sockets(), settings.threads(), settings.clock());
    this.tls =
        settings.tls().map(its -> new TlsLayer(its.identity(), its.trust(), its.serverName()));
  }

  /**
   * Connects within the client's time limit.
   *
   * @throws IOException if the way or TLS does not come about in time; nothing is left open
   */
  public Dialled dial() throws IOException {
    long deadline = settings.clock().nanos() + settings.timeout().toNanos();
    Departure departure = new Departure(origin, settings.dial(), deadline);
    try {
      Socket there = settings.passage().pass(departure);
      Socket socket = tls.isPresent() ? tls.get().over(there) : there;
      return new Dialled(
          socket, departure.bounded(), socket.getInputStream(), socket.getOutputStream());
    } catch (IOException | RuntimeException e) {
      departure.close();
      throw e;
    }
  }
}
