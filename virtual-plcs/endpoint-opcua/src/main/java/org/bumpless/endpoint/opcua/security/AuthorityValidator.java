package org.bumpless.endpoint.opcua.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.time.NanoClock;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Believes a certificate that chains to one of the plant's authorities, is valid now, may sign, and
 * names the application that shows it; the steps of OPC 10000-4, 6.1.3, less revocation lists,
 * which the plant does not have, and host names, since a product may stand in between.
 *
 * @param clock whose wall-clock time is now
 */
public record AuthorityValidator(TrustBundle trust, NanoClock clock)
    implements CertificateValidator {
  private static final int DIGITAL_SIGNATURE = 0;

  @Override
  public void validateCertificateChain(
      @Nullable List<X509Certificate> chain,
      @Nullable String applicationUri,
      String @Nullable [] hostNames)
      throws UaException {
    if (chain == null || chain.isEmpty()) {
      throw new UaException(StatusCodes.Bad_CertificateInvalid, "no certificate");
    }
    X509Certificate leaf = chain.getFirst();
    requireValidNow(leaf);
    requireTrusted(leaf, chain);
    requireMaySign(leaf);
    if (applicationUri != null && !ApplicationUris.in(leaf).contains(applicationUri)) {
      throw new UaException(
          StatusCodes.Bad_CertificateUriInvalid,
          "certificate names " + ApplicationUris.in(leaf) + ", expected " + applicationUri);
    }
  }

  private void requireValidNow(X509Certificate leaf) throws UaException {
    try {
      leaf.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw new UaException(
          StatusCodes.Bad_CertificateTimeInvalid,
          "certificate is valid from "
              + leaf.getNotBefore().toInstant()
              + " to "
              + leaf.getNotAfter().toInstant(),
          e);
    }
  }

  private void requireTrusted(X509Certificate leaf, List<X509Certificate> chain)
      throws UaException {
    if (trust.authorities().isEmpty()) {
      throw new UaException(StatusCodes.Bad_CertificateUntrusted, "no authority is trusted");
    }
    try {
      X509CertSelector selector = new X509CertSelector();
      selector.setCertificate(leaf);
      Set<TrustAnchor> anchors =
          trust.authorities().stream()
              .map(authority -> new TrustAnchor(authority, null))
              .collect(Collectors.toSet());
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(clock.instant()));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (GeneralSecurityException e) {
      throw new UaException(
          StatusCodes.Bad_CertificateUntrusted,
          "certificate of "
              + leaf.getSubjectX500Principal()
              + " does not chain to an authority of the plant",
          e);
    }
  }

  private static void requireMaySign(X509Certificate leaf) throws UaException {
    boolean[] usage = leaf.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      throw new UaException(
          StatusCodes.Bad_CertificateUseNotAllowed, "certificate may not be used to sign");
    }
  }
}
