/**
 * The certificate of a run that has passed: what was certified, the hash of every file that the run
 * left, and a detached signature over both (DESIGN section 7).
 *
 * <p>The bundle is three files in the run's folder below {@code certificate/}: {@code
 * certificate.json}, its Ed25519 signature (RFC 8032) as 64 raw bytes, and the public key as
 * SubjectPublicKeyInfo in PEM, so that OpenSSL checks the signature and {@code sha256sum} the
 * evidence. With the lab's own key the signature tells who issued it; with a key that was made for
 * the run and thrown away it tells only that nothing was changed since, and the certificate says
 * so.
 *
 * <p>A run that has not passed gets no certificate, and neither does a run of a part of the
 * profile.
 */
@NullMarked
package org.bumpless.reports.certificate;

import org.jspecify.annotations.NullMarked;
