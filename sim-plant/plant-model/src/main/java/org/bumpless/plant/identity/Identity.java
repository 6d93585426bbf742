package org.bumpless.plant.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * An X.509-SVID (SPIFFE X509-SVID 1.0): a private key and the certificate chain that names its
 * holder.
 *
 * @param spiffeId the URI in the leaf's subject alternative name, for example {@code
 *     spiffe://plant/ews-1}
 * @param chain leaf first
 */
public record Identity(String spiffeId, PrivateKey key, List<X509Certificate> chain) {
  public Identity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("identity " + spiffeId + " has no certificate");
    }
  }

  public X509Certificate leaf() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "Identity[" + spiffeId + ", until " + leaf().getNotAfter().toInstant() + "]";
  }
}
