package org.bumpless.adapter.services;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.identity.TrustBundle;

/** A small plant CA that issues short-lived X.509-SVIDs. */
public interface CertificateAuthority {
  TrustBundle trust();

  /** Issues a certificate with a new key. */
  Identity issue(SvidRequest request);

  /**
   * What is certified.
   *
   * @param path below the trust domain, for example {@code person/anna}; the SPIFFE id is made of
   *     both
   * @param commonName subject common name, for products that look no further
   * @param notBefore start of validity
   * @param notAfter end of validity, whole seconds as X.509 has it
   * @param addresses further subject alternative names
   * @param applicationUri OPC UA application URI as a further name; empty if none
   * @param role what the holder is to controllers that speak Modbus/TCP Security, if anything
   */
  record SvidRequest(
      String path,
      String commonName,
      Instant notBefore,
      Instant notAfter,
      List<InetAddress> addresses,
      String applicationUri,
      Optional<Role> role) {
    public SvidRequest {
      addresses = List.copyOf(addresses);
    }

    /** One without a role. */
    public SvidRequest(
        String path,
        String commonName,
        Instant notBefore,
        Instant notAfter,
        List<InetAddress> addresses,
        String applicationUri) {
      this(path, commonName, notBefore, notAfter, addresses, applicationUri, Optional.empty());
    }
  }
}
