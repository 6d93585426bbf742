package org.bumpless.adapter.pep;

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

/**
 * Reads certificates and keys from text (RFC 7468). What stands between the blocks is passed over,
 * so that one text may have both.
 */
public final class PemTexts {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

  private PemTexts() {}

  /**
   * The certificates of a text, in order.
   *
   * @throws IOException if there is none, or one that cannot be read; the message says so and names
   *     nobody
   */
  public static List<X509Certificate> certificates(String text) throws IOException {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> certificates = new ArrayList<>();
      Matcher blocks = CERTIFICATE.matcher(text);
      while (blocks.find()) {
        Certificate certificate =
            factory.generateCertificate(
                new ByteArrayInputStream(blocks.group().getBytes(StandardCharsets.US_ASCII)));
        certificates.add((X509Certificate) certificate);
      }
      if (certificates.isEmpty()) {
        throw new IOException("no certificate: expected PEM");
      }
      return List.copyOf(certificates);
    } catch (GeneralSecurityException e) {
      throw new IOException("a certificate that cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The first private key of a text.
   *
   * @param algorithm of the public key that belongs to it, for example {@code EC}
   * @throws IOException if there is none in PKCS #8, or it does not fit the algorithm
   */
  public static PrivateKey key(String text, String algorithm) throws IOException {
    Matcher block = KEY.matcher(text);
    if (!block.find()) {
      throw new IOException("no key: expected PKCS #8 in PEM");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(1));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("a key that cannot be read: " + e.getMessage(), e);
    }
  }
}
