package org.bumpless.plant.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Turns identities and trust bundles into TLS contexts of the JDK. */
public final class TlsContexts {
  private TlsContexts() {}

  /**
   * A context that shows an identity, if there is one, to whoever asks, and believes a trust
   * bundle.
   *
   * @throws IllegalStateException if the JDK cannot use the material
   */
  public static SSLContext of(Optional<Identity> identity, TrustBundle trust) {
    try {
      return of(identity, trustManagers(trust).getTrustManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot build a TLS context: " + e.getMessage(), e);
    }
  }

  /**
   * A context that shows an identity, if there is one, and judges others in its own way.
   *
   * @throws IllegalStateException if the JDK cannot use the material
   */
  public static SSLContext of(Optional<Identity> identity, TrustManager trust) {
    try {
      return of(identity, new TrustManager[] {trust});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot build a TLS context: " + e.getMessage(), e);
    }
  }

  private static SSLContext of(Optional<Identity> identity, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        identity.map(own -> new KeyManager[] {new OneIdentity(own)}).orElse(null), trust, null);
    return context;
  }

  private static TrustManagerFactory trustManagers(TrustBundle trust)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int index = 0;
    for (Certificate authority : trust.authorities()) {
      store.setCertificateEntry("ca-" + index++, authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
