package org.bumpless.runner.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.plant.identity.Identity;

/** A certificate and its key that somebody has sent as text (RFC 7468). */
final class PemIdentity {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PemIdentity() {}

  /**
   * Reads them.
   *
   * @throws IOException if it is not that, or the one does not fit the other's algorithm
   */
  static Identity of(String chain, String key) throws IOException {
    try {
      List<X509Certificate> certificates = new ArrayList<>();
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))) {
        certificates.add((X509Certificate) certificate);
      }
      if (certificates.isEmpty()) {
        throw new IOException("the broker's certificate is none: expected PEM");
      }
      X509Certificate leaf = certificates.getFirst();
      return new Identity(
          leaf.getSubjectX500Principal().getName(),
          key(key, leaf.getPublicKey().getAlgorithm()),
          certificates);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the broker's certificate or key cannot be read: " + e, e);
    }
  }

  private static PrivateKey key(String text, String algorithm)
      throws IOException, GeneralSecurityException {
    Matcher block = KEY.matcher(text);
    if (!block.find()) {
      throw new IOException("the broker's key is none: expected PKCS #8 in PEM");
    }
    byte[] der = Base64.getMimeDecoder().decode(block.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
