package org.bumpless.pep.reference.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Decides whether a client's certificate is good, and whose it is; safe for any number of threads.
 */
public interface CertificateCheck {
  /**
   * Checks a chain.
   *
   * @param chain leaf first
   * @throws CertificateException if it is not good at that moment; the message says why
   */
  Holder check(List<X509Certificate> chain, Instant now) throws CertificateException;
}
