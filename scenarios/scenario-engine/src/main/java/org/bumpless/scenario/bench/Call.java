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
 * @param under whose address the caller's computer bears, if not its own
 */
public record Call(
    AssetId host,
    AssetId server,
    Protocol protocol,
    Optional<Identity> identity,
    Way way,
    boolean wrapped,
    Optional<AssetId> under) {

  /** A call from the caller's own address. */
  public Call(
      AssetId host,
      AssetId server,
      Protocol protocol,
      Optional<Identity> identity,
      Way way,
      boolean wrapped) {
    this(host, server, protocol, identity, way, wrapped, Optional.empty());
  }

  /** Which way a call takes. */
  public enum Way {
    PRODUCT,
    DIRECT
  }
}
