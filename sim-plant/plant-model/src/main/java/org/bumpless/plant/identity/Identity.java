package org.bumpless.plant.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * An X.509-SVID (SPIFFE X509-SVID 1.0): a private key and the certificate chain that names its
 * holder.
 *
 * @param spiffeId the URI in the leaf's subject alternative name, for example {@code
 *     spiffe://plant/ews-1}
 * @param chain leaf first
 * @param ssh the same in the form of OpenSSH, if its authority makes such certificates
 */
public record Identity(
    String spiffeId, PrivateKey key, List<X509Certificate> chain, Optional<Ssh> ssh) {

  /** One that only TLS knows. */
  public Identity(String spiffeId, PrivateKey key, List<X509Certificate> chain) {
    this(spiffeId, key, chain, Optional.empty());
  }

  public Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("identity " + spiffeId + " has no certificate");
    }
  }

  /**
   * Certificates of OpenSSH (PROTOCOL.certkeys) for the same key, valid as long as the leaf. Their
   * principals are the path of the SPIFFE id and its first part, for example {@code person/anna}
   * and {@code person}; a host's is its path only.
   *
   * @param user one line, for logging in
   * @param host one line, for a server
   */
  public record Ssh(String user, String host) {}

  public X509Certificate leaf() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "Identity[" + spiffeId + ", until " + leaf().getNotAfter().toInstant() + "]";
  }
}
