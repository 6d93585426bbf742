package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Card;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.runner.way.Crossings.Opening;
import org.bumpless.scenario.bench.Network.Aside;

/**
 * A host with a card in two zones asks by one of them under its address in the other, so that the
 * answers take the way through the product.
 */
final class SideDoor {
  private final Plant plant;
  private final Fabric fabric;
  private final Legs legs;
  private final Crossings crossings = new Crossings();

  SideDoor(Plant plant, Fabric fabric, Legs legs) {
    this.plant = plant;
    this.fabric = fabric;
    this.legs = legs;
  }

  private record Attempt(
      AssetId server, String door, InetSocketAddress from, InetSocketAddress to) {
    Opening question() {
      return new Opening(from, to, false);
    }

    Opening answer() {
      return new Opening(to, from, true);
    }
  }

  List<Aside> ask(AssetId host, ZoneId zone) throws IOException, InterruptedException {
    Optional<Card> card = fabric.card(host, zone);
    if (card.isEmpty()) {
      return List.of();
    }
    List<Attempt> attempts = new ArrayList<>();
    try (Card _ = card.get();
        Asking asking = new Asking()) {
      legs.watch(crossings, () -> attempts.addAll(ask(fabric.host(host), zone, asking)));
    }
    if (crossings.full()) {
      throw new IOException("more connections passed than can be told apart");
    }
    return attempts.stream()
        .filter(a -> !crossings.reached(a.question()))
        .map(
            a ->
                new Aside(
                    a.server(),
                    a.door(),
                    crossings.reached(a.answer()),
                    crossings.passed(a.answer())))
        .toList();
  }

  private List<Attempt> ask(Host host, ZoneId zone, Asking asking)
      throws IOException, InterruptedException {
    List<Attempt> attempts = new ArrayList<>();
    for (Asset.Controller server : plant.assets(Asset.Controller.class)) {
      for (EndpointSpec endpoint : server.endpoints()) {
        if (server.zone().equals(zone)) {
          InetSocketAddress to = fabric.server(server.id(), endpoint.port());
          asking
              .ask(host, host.address(), to)
              .ifPresent(
                  from ->
                      attempts.add(new Attempt(server.id(), endpoint.protocol().id(), from, to)));
        }
      }
    }
    return attempts;
  }
}
