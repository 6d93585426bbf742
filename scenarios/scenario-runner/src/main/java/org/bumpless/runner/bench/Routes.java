package org.bumpless.runner.bench;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.sut.Access;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.network.Fabric;

/** Which doors the product has and which of them a client stands before. */
final class Routes {
  private final Plant plant;
  private final List<Listener> listeners;

  private Routes(Plant plant, List<Listener> listeners) {
    this.plant = plant;
    this.listeners = listeners;
  }

  /** Gives addresses to doors and controllers. */
  interface Addresses {
    InetSocketAddress front(Conduit conduit, Asset.Controller server, EndpointSpec endpoint);

    InetSocketAddress controller(Asset.Controller server, EndpointSpec endpoint);

    /**
     * The addresses that a fabric gives. The one gate of a product that is asked for the way stands
     * at the first of the addresses that it has before a conduit.
     */
    static Addresses of(Plant plant, Fabric fabric, Access access) {
      return new Addresses() {
        @Override
        public InetSocketAddress front(
            Conduit conduit, Asset.Controller server, EndpointSpec endpoint) {
          return access.gate().isPresent()
              ? fabric.front(conduit.id(), first(plant, conduit), access.gate().getAsInt())
              : fabric.front(conduit.id(), server.id(), endpoint.port());
        }

        @Override
        public InetSocketAddress controller(Asset.Controller server, EndpointSpec endpoint) {
          return fabric.server(server.id(), endpoint.port());
        }
      };
    }

    private static AssetId first(Plant plant, Conduit conduit) {
      return plant.assets(Asset.Controller.class).stream()
          .filter(server -> plant.enforcedBefore(server.zone()).contains(conduit))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(conduit.id() + " leads nowhere"))
          .id();
    }
  }

  /** One door for every endpoint that can be reached across a conduit with a product in it. */
  static Routes of(Plant plant, Addresses addresses) {
    List<Listener> listeners = new ArrayList<>();
    for (Asset.Controller server : plant.assets(Asset.Controller.class)) {
      for (Conduit conduit : plant.enforcedBefore(server.zone())) {
        for (EndpointSpec endpoint : server.endpoints()) {
          listeners.add(
              new Listener(
                  conduit.id() + "_" + server.id() + "_" + endpoint.protocol(),
                  conduit,
                  server,
                  endpoint,
                  addresses.front(conduit, server, endpoint),
                  addresses.controller(server, endpoint)));
        }
      }
    }
    return new Routes(plant, List.copyOf(listeners));
  }

  List<Listener> listeners() {
    return listeners;
  }

  /** The conduit with a product that a client must cross, if there is one. */
  Optional<Conduit> crossed(AssetId client, AssetId server) {
    return plant.enforcedBetween(client, server);
  }

  /**
   * The door that a client takes: that of the conduit it must cross.
   *
   * @throws IllegalArgumentException if there is none
   */
  Listener door(AssetId client, AssetId server, Protocol protocol) {
    Optional<Conduit> crossed = crossed(client, server);
    return listeners.stream()
        .filter(l -> l.server().id().equals(server))
        .filter(l -> l.endpoint().protocol().equals(protocol))
        .filter(l -> crossed.filter(l.conduit()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no product stands between %s and %s over %s"
                        .formatted(client, server, protocol)));
  }
}
