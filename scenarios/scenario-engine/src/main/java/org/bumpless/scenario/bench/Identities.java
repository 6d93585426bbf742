package org.bumpless.scenario.bench;

import java.time.Instant;
import org.bumpless.plant.identity.Identity;

/** Certificates for people of a scenario. */
public interface Identities {
  /** SPIFFE id of a person. */
  String spiffeId(String person);

  /** A certificate of the plant CA with a validity of its own choosing. */
  Identity person(String person, Instant notBefore, Instant notAfter);

  /**
   * A certificate that names the person and comes from an authority that the plant does not know.
   */
  Identity foreign(String person);

  /** The current certificate of a station or other asset. */
  Identity asset(String asset);
}
