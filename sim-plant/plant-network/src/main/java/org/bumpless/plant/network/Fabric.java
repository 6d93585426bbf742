package org.bumpless.plant.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;

/** The plant's network for the length of one run. */
public interface Fabric extends AutoCloseable {
  FabricKind kind();

  /**
   * The host of an asset.
   *
   * @throws IllegalArgumentException if the plant has no such asset
   */
  Host host(AssetId asset);

  /**
   * The host that reaches a server in a client's stead without passing the product: where the bench
   * measures what the product adds. The client itself where no product stands between.
   *
   * @throws IllegalArgumentException if the plant has no such asset
   */
  Host instrument(AssetId client, AssetId server);

  /** Where the product stands. */
  Place product();

  /** Where the services of the site stand, which the product asks. */
  Place services();

  /** Where a controller serves a port of the plant file. */
  InetSocketAddress server(AssetId controller, int port);

  /** Where the product in a conduit listens for a port of a controller. */
  InetSocketAddress front(ConduitId conduit, AssetId controller, int port);

  /** Where a service of the site listens; the port is chosen by whoever binds it. */
  InetSocketAddress service(String name);

  /**
   * Makes the product's place a router: packets that enter by one of its legs leave by another. Not
   * wanted for a product that is spoken to itself.
   *
   * @throws IOException if the host refuses
   */
  void routeThroughProduct() throws IOException, InterruptedException;

  /**
   * Listens at the product's legs from now on.
   *
   * @return empty if this fabric has no wire to listen at, or no product stands in the plant
   * @throws IOException if the host refuses
   */
  Optional<Tap> tap(FrameSink sink) throws IOException, InterruptedException;

  /**
   * A cable, which whoever asks for it spoils and mends.
   *
   * @param random decides what is lost
   * @return empty if this fabric has no cables
   * @throws IllegalArgumentException if the plant has nothing that is plugged in so
   */
  Optional<Cable> cable(Plug plug, NanoClock clock, SplittableGenerator random);

  /**
   * Lets a host send under the addresses of others.
   *
   * @return empty if hosts of this fabric have no networks of their own
   * @throws IOException if the bench's own host refuses
   */
  Optional<Mask> mask(AssetId host, Collection<AssetId> others)
      throws IOException, InterruptedException;

  /**
   * Plugs a second network card of a host into another zone.
   *
   * @return empty if hosts of this fabric have no networks of their own
   * @throws IOException if the bench's own host refuses
   */
  Optional<Card> card(AssetId host, ZoneId zone) throws IOException, InterruptedException;

  /**
   * The command line by which a person enters an asset's host; empty if there is nothing to enter.
   */
  Optional<String> entry(AssetId asset);

  @Override
  void close();
}
