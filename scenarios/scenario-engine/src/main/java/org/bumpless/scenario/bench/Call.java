package org.bumpless.scenario.bench;

import java.util.Optional;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;

/**
 * Who calls which controller, and how.
 *
 * @param host where the caller's computer stands
 * @param identity certificate shown to the product, if any
 * @param way through the product, or past it for comparison
 * @param wrapped whether the caller uses TLS where the product wants it; an intruder may not
 */
public record Call(
    AssetId host,
    AssetId server,
    Protocol protocol,
    Optional<Identity> identity,
    Way way,
    boolean wrapped) {

  /** Which way a call takes. */
  public enum Way {
    PRODUCT,
    DIRECT
  }
}
