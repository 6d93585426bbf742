package org.bumpless.adapter.pep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.identity.TrustBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a product shows at one of its doors in a TLS handshake.
 *
 * @param certificate whatever it is, if there was a handshake
 * @param trouble why there was none
 */
public record ShownCertificate(Optional<X509Certificate> certificate, String trouble) {
  /** How the JDK words an alert that it has received: who sends one speaks TLS. */
  private static final String ALERT = "Received fatal alert";

  /**
   * Shakes hands and looks.
   *
   * @param self whose certificate we show ourselves
   */
  public static ShownCertificate at(InetSocketAddress door, Identity self, Duration atMost) {
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
        return new ShownCertificate(
            Optional.of((X509Certificate) socket.getSession().getPeerCertificates()[0]), "");
      }
    } catch (IOException refused) {
      return new ShownCertificate(Optional.empty(), String.valueOf(refused.getMessage()));
    }
  }

  /** Whether TLS is spoken there, with us or with others. */
  public boolean speaksTls() {
    return certificate.isPresent() || trouble.contains(ALERT);
  }

  /** Whether it leads to one of some authorities; what else is in it is not looked at. */
  public boolean isOf(TrustBundle trust) {
    return certificate
        .filter(
            shown -> trust.authorities().stream().anyMatch(authority -> signed(authority, shown)))
        .isPresent();
  }

  private static boolean signed(X509Certificate authority, X509Certificate shown) {
    try {
      shown.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false; // by somebody else
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
