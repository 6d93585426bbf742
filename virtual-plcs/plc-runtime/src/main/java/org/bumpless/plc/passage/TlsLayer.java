package org.bumpless.plc.passage;

import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;

/**
 * TLS above a connection. Every handshake is a full one, so that each connection shows the
 * certificate and its set-up time does not depend on the one before.
 */
public final class TlsLayer {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final SSLContext context;
  private final String serverName;

  /**
   * @param identity the certificate that the client shows, if it shows one
   * @param trust whom the client believes
   * @param serverName server name indication; empty for none
   */
  public TlsLayer(Optional<Identity> identity, TrustBundle trust, String serverName) {
    this.context = TlsContexts.of(identity, trust);
    this.serverName = serverName;
  }

  /**
   * Shakes hands.
   *
   * @param below closed with what is returned
   * @throws IOException if there is no handshake; what is below stays open
   */
  public SSLSocket over(Socket below) throws IOException {
    forgetSessions(context.getClientSessionContext());
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(below, serverName, below.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(VERSIONS);
    if (!serverName.isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(serverName)));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void forgetSessions(SSLSessionContext sessions) {
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        session.invalidate();
      }
    }
  }
}
