package org.bumpless.pep.reference.decision;

import java.net.InetSocketAddress;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;

/**
 * Where the product listens for one endpoint of a controller: all that it has to know of it.
 *
 * @param name unique among its doors
 * @param asset the controller behind it
 * @param front where the product listens
 * @param upstream where the controller listens
 */
public record Door(
    String name,
    AssetId asset,
    Protocol protocol,
    InetSocketAddress front,
    InetSocketAddress upstream) {

  /** The door that a site pack describes. */
  public static Door of(Listener listener) {
    return new Door(
        listener.name(),
        listener.server().id(),
        listener.endpoint().protocol(),
        listener.front(),
        listener.upstream());
  }
}
