package org.bumpless.endpoint.opcua.security;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.List;
import org.bumpless.plant.identity.Identity;

/** The URI in an application certificate that names the application (OPC 10000-6, 6.2.2). */
public final class ApplicationUris {
  /** The type of a URI among general names, RFC 5280, 4.2.1.6. */
  private static final int URI = 6;

  private static final int KEY_BITS_MIN = 2048;
  private static final int KEY_BITS_MAX = 4096;

  private ApplicationUris() {}

  /**
   * The application URI of an identity that is to be used as an OPC UA application certificate with
   * Basic256Sha256.
   *
   * @throws IllegalArgumentException if the certificate cannot be one: no URI in it, or no RSA key
   *     of 2048 to 4096 bits
   */
  public static String require(Identity identity) {
    List<String> uris = in(identity.leaf());
    if (uris.isEmpty()) {
      throw new IllegalArgumentException(
          "certificate of "
              + identity.spiffeId()
              + " has no URI among its subject alternative names; OPC UA takes it as the application URI: have the CA"
              + " put one in");
    }
    requireRsa(identity);
    return uris.getFirst();
  }

  /**
   * Checks that an identity's key can sign under Basic256Sha256.
   *
   * @throws IllegalArgumentException if it is no RSA key of 2048 to 4096 bits
   */
  public static void requireRsa(Identity identity) {
    if (!(identity.leaf().getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < KEY_BITS_MIN
        || key.getModulus().bitLength() > KEY_BITS_MAX) {
      throw new IllegalArgumentException(
          "certificate of "
              + identity.spiffeId()
              + " has a key for "
              + identity.leaf().getPublicKey().getAlgorithm()
              + "; OPC UA's Basic256Sha256 needs RSA of 2048 to 4096 bits: have the CA issue one for OPC UA");
    }
  }

  /** All URIs that a certificate names; empty if it has none or they cannot be read. */
  public static List<String> in(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.getFirst().equals(URI))
              .map(name -> (String) name.get(1))
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }
}
