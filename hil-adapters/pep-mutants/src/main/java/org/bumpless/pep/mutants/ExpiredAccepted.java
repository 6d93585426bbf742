package org.bumpless.pep.mutants;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.CertificateCheck;
import org.bumpless.pep.reference.tls.Holder;

/** Honours certificates that have just ended. */
public final class ExpiredAccepted extends ReferenceMutant {
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  public ExpiredAccepted() {
    super(
        "expired-accepted",
        "It allows clocks to differ by five seconds, so that a certificate opens doors five seconds after its end.",
        "IDN-01");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withCertificates((chain, now) -> tolerant(sound.certificates(), chain, now));
  }

  private static Holder tolerant(CertificateCheck sound, List<X509Certificate> chain, Instant now)
      throws CertificateException {
    Holder holder = sound.check(chain, judgedAt(chain, now));
    return new Holder(holder.spiffeId(), holder.serial(), holder.validUntil().plus(TOLERANCE));
  }

  /** Its own last moment if the certificate has ended a short while ago, else now. */
  private static Instant judgedAt(List<X509Certificate> chain, Instant now) {
    if (chain.isEmpty()) {
      return now;
    }
    Instant end = chain.getFirst().getNotAfter().toInstant();
    return now.isAfter(end) && !now.isAfter(end.plus(TOLERANCE)) ? end : now;
  }
}
