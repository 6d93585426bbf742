package org.bumpless.features;

import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;

/**
 * Somebody who acts in a scenario.
 *
 * @param host where they sit
 * @param identity certificate that they show, if any
 * @param wrapped whether they use TLS where the product wants it
 */
public record Person(String name, AssetId host, Optional<Identity> identity, boolean wrapped) {
  public Person withIdentity(Optional<Identity> other) {
    return new Person(name, host, other, wrapped);
  }

  public Person withoutTls() {
    return new Person(name, host, identity, false);
  }
}
