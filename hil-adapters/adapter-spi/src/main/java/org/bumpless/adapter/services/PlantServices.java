package org.bumpless.adapter.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.bumpless.plant.time.NanoClock;

/** The services of one plant for the length of one run. */
public interface PlantServices extends AutoCloseable {
  CertificateAuthority authority();

  /** A second authority that the plant does not know, for certificates of foreign origin. */
  CertificateAuthority foreignAuthority();

  Directory directory();

  ChangeTickets tickets();

  /**
   * Base URL for products: {@code GET /v1/subjects?id=SPIFFE_ID} and {@code GET
   * /v1/tickets?subject=SPIFFE_ID&asset=ASSET}, both JSON.
   */
  URI url();

  @Override
  void close();

  /** Starts the services; found through {@link java.util.ServiceLoader}. */
  interface Factory {
    /**
     * @param trustDomain SPIFFE trust domain, for example {@code tank-farm}
     */
    PlantServices start(String trustDomain, InetSocketAddress bind, NanoClock clock)
        throws IOException;
  }
}
