package org.bumpless.pep.reference.tls;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the SPIFFE id of a certificate (SPIFFE X509-SVID 1.0, 2). */
public final class SpiffeIds {
  private static final int URI = 6;
  private static final int LENGTH_MAX = 2048;
  private static final Pattern SHAPE =
      Pattern.compile("spiffe://[a-z0-9._-]{1,255}(/[A-Za-z0-9._-]+)+");

  private SpiffeIds() {}

  /**
   * The id that a leaf certificate carries. An OPC UA application URI may stand beside it.
   *
   * @throws CertificateException if there is none, more than one, or one that is misspelt
   */
  public static String of(X509Certificate leaf) throws CertificateException {
    List<String> ids = new ArrayList<>();
    for (List<?> name : names(leaf)) {
      if (name.get(0).equals(URI) && name.get(1) instanceof String uri && isSpiffe(uri)) {
        ids.add(uri);
      }
    }
    if (ids.size() != 1) {
      throw new CertificateException(
          "certificate has " + ids.size() + " SPIFFE ids: expected one URI spiffe://DOMAIN/PATH");
    }
    String id = ids.getFirst();
    if (id.length() > LENGTH_MAX || !SHAPE.matcher(id).matches()) {
      throw new CertificateException(
          "SPIFFE id of the certificate is misspelt: expected spiffe://DOMAIN/PATH");
    }
    return id;
  }

  private static boolean isSpiffe(String uri) {
    return uri.regionMatches(true, 0, "spiffe:", 0, "spiffe:".length());
  }

  private static Collection<List<?>> names(X509Certificate leaf)
      throws CertificateParsingException {
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    return names == null ? List.of() : names;
  }
}
