package org.bumpless.pep.reference.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.identity.TrustBundle;

/**
 * Checks a chain against the plant's authorities (RFC 5280, 6.1) at the bench's time, for use as a
 * TLS client, and for one SPIFFE id. Revocation is by short life and by the PDP, not by lists.
 */
public final class PkixCertificateCheck implements CertificateCheck {
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final int NO_AUTHORITY = -1;

  private final Set<TrustAnchor> anchors;

  public PkixCertificateCheck(TrustBundle trust) {
    anchors =
        trust.authorities().stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Holder check(List<X509Certificate> chain, Instant now) throws CertificateException {
    if (chain.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    X509Certificate leaf = chain.getFirst();
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(withoutAnchor(chain)),
              parameters);
    } catch (GeneralSecurityException e) {
      throw new CertificateException("certificate refused: " + e.getMessage(), e);
    }
    requireClient(leaf);
    return new Holder(SpiffeIds.of(leaf), leaf.getSerialNumber(), leaf.getNotAfter().toInstant());
  }

  /** A client may send its authority along; a path ends below it. */
  private List<X509Certificate> withoutAnchor(List<X509Certificate> chain) {
    X509Certificate last = chain.getLast();
    boolean sent = anchors.stream().anyMatch(anchor -> last.equals(anchor.getTrustedCert()));
    return sent && chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
  }

  private static void requireClient(X509Certificate leaf) throws CertificateException {
    if (leaf.getBasicConstraints() != NO_AUTHORITY) {
      throw new CertificateException("certificate of an authority used by a client");
    }
    List<String> usages = leaf.getExtendedKeyUsage();
    if (usages != null && !usages.contains(CLIENT_AUTH)) {
      throw new CertificateException("certificate is not for TLS clients");
    }
  }
}
