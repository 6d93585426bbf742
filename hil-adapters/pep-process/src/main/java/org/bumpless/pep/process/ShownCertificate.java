package org.bumpless.pep.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.jspecify.annotations.Nullable;

/** The certificate that a product shows at one of its doors, whatever it is. */
final class ShownCertificate {
  private ShownCertificate() {}

  /**
   * Shakes hands and looks; empty if there is no handshake.
   *
   * @param self whose certificate we show ourselves
   */
  static Optional<Certificate> at(InetSocketAddress door, Identity self, Duration atMost) {
    int millis = Math.toIntExact(atMost.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(door, millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket =
          (SSLSocket)
              TlsContexts.of(Optional.of(self), new Onlooker())
                  .getSocketFactory()
                  .createSocket(plain, door.getAddress().getHostAddress(), door.getPort(), true)) {
        socket.startHandshake();
        return Optional.of(socket.getSession().getPeerCertificates()[0]);
      }
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  /** Believes nobody and refuses nobody: it only wants to see. No data follows. */
  private static final class Onlooker extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
