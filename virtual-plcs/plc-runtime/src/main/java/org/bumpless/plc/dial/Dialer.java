package org.bumpless.plc.dial;

import java.io.IOException;
import java.net.InetSocketAddress;
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
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plc.protocol.ClientSettings;

/**
 * Opens connections: TCP from the client's own host, then TLS where the product wants it. Every TLS
 * handshake is a full one, so that each connection shows the certificate and its set-up time does
 * not depend on the one before.
 */
public final class Dialer {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private final ClientSettings settings;
  private final Optional<SSLContext> context;

  public Dialer(ClientSettings settings) {
    this.settings = settings;
    this.context = settings.tls().map(tls -> TlsContexts.of(tls.identity(), tls.trust()));
  }

  /**
   * Connects within the client's time limit.
   *
   * @throws IOException if TCP or TLS does not come about in time; nothing is left open
   */
  public Dialled dial() throws IOException {
    long deadline = settings.clock().nanos() + settings.timeout().toNanos();
    Socket raw = settings.sockets().createSocket();
    try {
      if (!raw.isBound()) {
        raw.bind(new InetSocketAddress(settings.local(), 0));
      }
      raw.setTcpNoDelay(true);
      raw.connect(settings.dial(), (int) Math.max(1, settings.timeout().toMillis()));
      DeadlineSocket bounded = new DeadlineSocket(raw, settings.clock());
      bounded.deadline(deadline);
      Socket socket = context.isPresent() ? secure(bounded, context.get()) : bounded;
      return new Dialled(socket, bounded, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private SSLSocket secure(DeadlineSocket bounded, SSLContext tls) throws IOException {
    forgetSessions(tls.getClientSessionContext());
    String name = settings.tls().map(ClientSettings.Tls::serverName).orElse("");
    SSLSocket socket =
        (SSLSocket)
            tls.getSocketFactory().createSocket(bounded, name, settings.dial().getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(VERSIONS);
    if (!name.isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
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
