package org.bumpless.pep.reference.decision;

import org.bumpless.adapter.pep.Listener;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;

/**
 * Who wants to talk to what: all sessions of one party stand and fall together.
 *
 * @param spiffeId proved by the certificate
 */
public record Party(String spiffeId, Listener listener) {
  public AssetId asset() {
    return listener.server().id();
  }

  public Protocol protocol() {
    return listener.endpoint().protocol();
  }
}
