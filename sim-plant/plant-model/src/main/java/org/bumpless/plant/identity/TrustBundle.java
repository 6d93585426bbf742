package org.bumpless.plant.identity;

import java.security.cert.X509Certificate;
import java.util.List;

/** The certificate authorities that a host of the plant believes. */
public record TrustBundle(List<X509Certificate> authorities) {
  public TrustBundle {
    authorities = List.copyOf(authorities);
  }
}
