package org.bumpless.plant.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Turns identities and trust bundles into TLS contexts of the JDK. */
public final class TlsContexts {
  private static final char[] NO_PASSWORD = new char[0];

  private TlsContexts() {}

  /**
   * A context that shows an identity, if there is one, and believes a trust bundle.
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
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot build a TLS context: " + e.getMessage(), e);
    }
  }

  private static SSLContext of(Optional<Identity> identity, TrustManager[] trust)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        identity.isPresent() ? keyManagers(identity.get()).getKeyManagers() : null, trust, null);
    return context;
  }

  private static KeyManagerFactory keyManagers(Identity identity)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own", identity.key(), NO_PASSWORD, identity.chain().toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory;
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
