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
 * @param under whose address their computer bears, if not its own
 */
public record Person(
    String name,
    AssetId host,
    Optional<Identity> identity,
    boolean wrapped,
    Optional<AssetId> under) {

  /** Somebody who uses TLS where the product wants it, at a computer with its own address. */
  public Person(String name, AssetId host, Optional<Identity> identity) {
    this(name, host, identity, true, Optional.empty());
  }

  public Person withIdentity(Optional<Identity> other) {
    return new Person(name, host, other, wrapped, under);
  }

  public Person withoutTls() {
    return new Person(name, host, identity, false, under);
  }

  public Person under(AssetId other) {
    return new Person(name, host, identity, wrapped, Optional.of(other));
  }
}
