package org.bumpless.plant.network;

import java.net.InetSocketAddress;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;

/** The plant's network for the length of one run. */
public interface Fabric extends AutoCloseable {
  FabricKind kind();

  /**
   * The host of an asset.
   *
   * @throws IllegalArgumentException if the plant has no such asset
   */
  Host host(AssetId asset);

  /** Where a controller serves a port of the plant file. */
  InetSocketAddress server(AssetId controller, int port);

  /** Where the product in a conduit listens for a port of a controller. */
  InetSocketAddress front(ConduitId conduit, AssetId controller, int port);

  /** Where a service of the site listens; the port is chosen by whoever binds it. */
  InetSocketAddress service(String name);

  @Override
  void close();
}
