package org.bumpless.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.time.NanoClock;

/** Starts the plant's services inside the bench, in memory. */
public final class LocalServicesFactory implements PlantServices.Factory {
  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the trust domain is not one (SPIFFE-ID 1.0, section 2.1)
   * @throws IOException if the address cannot be had; the message names it
   */
  @Override
  public PlantServices start(String trustDomain, InetSocketAddress bind, NanoClock clock)
      throws IOException {
    return new LocalServices(new TrustDomain(trustDomain), bind, clock.instant());
  }
}
