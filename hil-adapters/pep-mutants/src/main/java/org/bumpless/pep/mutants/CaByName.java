package org.bumpless.pep.mutants;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.Holder;
import org.bumpless.pep.reference.tls.SpiffeIds;
import org.bumpless.plant.identity.TrustBundle;

/** Knows the plant CA by its name. */
public final class CaByName extends ReferenceMutant {
  public CaByName() {
    super(
        "ca-by-name",
        "It believes every certificate that names the plant CA as its issuer, and does not check the"
            + " signature.",
        "IDN-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withCertificates(
        (chain, now) ->
            bearsTheName(chain, site.trust())
                ? byName(chain.getFirst(), now)
                : sound.certificates().check(chain, now));
  }

  private static boolean bearsTheName(List<X509Certificate> chain, TrustBundle trust) {
    return !chain.isEmpty()
        && trust.authorities().stream()
            .map(X509Certificate::getSubjectX500Principal)
            .anyMatch(chain.getFirst().getIssuerX500Principal()::equals);
  }

  private static Holder byName(X509Certificate leaf, Instant now) throws CertificateException {
    leaf.checkValidity(Date.from(now));
    return new Holder(SpiffeIds.of(leaf), leaf.getSerialNumber(), leaf.getNotAfter().toInstant());
  }
}
