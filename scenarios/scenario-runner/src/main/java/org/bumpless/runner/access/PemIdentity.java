package org.bumpless.runner.access;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bumpless.adapter.pep.PemTexts;
import org.bumpless.plant.identity.Identity;

/** A certificate and its key that a broker has sent as text (RFC 7468). */
final class PemIdentity {
  private PemIdentity() {}

  /**
   * Reads them.
   *
   * @throws IOException if it is not that, or the one does not fit the other's algorithm
   */
  static Identity of(String chain, String key) throws IOException {
    List<X509Certificate> certificates = certificates(chain);
    X509Certificate leaf = certificates.getFirst();
    try {
      return new Identity(
          leaf.getSubjectX500Principal().getName(),
          PemTexts.key(key, leaf.getPublicKey().getAlgorithm()),
          certificates);
    } catch (IOException e) {
      throw new IOException("the broker's key: " + e.getMessage(), e);
    }
  }

  private static List<X509Certificate> certificates(String chain) throws IOException {
    try {
      return PemTexts.certificates(chain);
    } catch (IOException e) {
      throw new IOException("the broker's certificate: " + e.getMessage(), e);
    }
  }
}
