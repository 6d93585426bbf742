package org.bumpless.pep.reference.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.time.NanoClock;

/**
 * The server side of mutual TLS 1.2 and 1.3, with a certificate that can be renewed while it
 * serves.
 */
public final class ServerTls {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final CertificateCheck check;
  private final NanoClock clock;
  private volatile SSLContext context;

  /**
   * @throws IllegalStateException if the identity cannot be used
   */
  public ServerTls(Identity identity, CertificateCheck check, NanoClock clock) {
    this.check = check;
    this.clock = clock;
    this.context = context(identity);
  }

  /**
   * Shows another certificate from the next connection on.
   *
   * @throws IllegalStateException if it cannot be used; the old one stays then
   */
  public void renew(Identity identity) {
    context = context(identity);
  }

  /** A TLS server on an accepted connection, before its handshake. */
  public SSLSocket wrap(Socket accepted) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, null, true);
    socket.setUseClientMode(false);
    socket.setNeedClientAuth(true);
    socket.setEnabledProtocols(PROTOCOLS);
    return socket;
  }

  /**
   * Who a finished handshake has proved to be there.
   *
   * @throws CertificateException if the certificate is not good now
   */
  public Holder holder(SSLSocket socket) throws IOException, CertificateException {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : socket.getSession().getPeerCertificates()) {
      if (certificate instanceof X509Certificate x509) {
        chain.add(x509);
      }
    }
    return check.check(chain, clock.instant());
  }

  private SSLContext context(Identity identity) {
    return TlsContexts.of(Optional.of(identity), new ClientTrust(check, clock));
  }
}
