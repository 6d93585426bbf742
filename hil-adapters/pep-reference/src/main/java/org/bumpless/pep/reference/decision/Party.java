package org.bumpless.pep.reference.decision;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;

/**
 * Who wants to talk to what: all sessions of one party stand and fall together.
 *
 * @param spiffeId proved by the certificate
 */
public record Party(String spiffeId, Door door) {
  public AssetId asset() {
    return door.asset();
  }

  public Protocol protocol() {
    return door.protocol();
  }
}
