package org.bumpless.pep.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;

/** One connection of a client through a product. */
final class TlsClient implements AutoCloseable {
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private final SSLSocket socket;

  /**
   * Connects and shakes hands.
   *
   * @throws IOException if the product refuses, as far as the handshake tells
   */
  TlsClient(Listener listener, Optional<Identity> identity, TrustBundle trust) throws IOException {
    Socket plain = new Socket();
    boolean connected = false;
    try {
      int millis = Math.toIntExact(WAIT_MAX.toMillis());
      plain.connect(listener.front(), millis);
      plain.setSoTimeout(millis);
      socket =
          (SSLSocket)
              TlsContexts.of(identity, trust)
                  .getSocketFactory()
                  .createSocket(plain, "controller", listener.front().getPort(), true);
      socket.startHandshake();
      connected = true;
    } finally {
      if (!connected) {
        plain.close();
      }
    }
  }

  /** Whether a connection of that kind reaches the controller; a refusal is told by TLS or TCP. */
  static boolean passes(Listener listener, Optional<Identity> identity, TrustBundle trust) {
    try (TlsClient client = new TlsClient(listener, identity, trust)) {
      return client.echoes("are you there?");
    } catch (IOException refused) {
      return false;
    }
  }

  /** Whether what is said comes back; the end of the stream is a no. */
  boolean echoes(String text) throws IOException {
    byte[] said = text.getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(said);
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(said.length), StandardCharsets.UTF_8).equals(text);
  }

  /** The certificate that the product has shown. */
  Certificate shown() throws IOException {
    return socket.getSession().getPeerCertificates()[0];
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
