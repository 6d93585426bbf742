package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.Mask;
import org.bumpless.runner.way.Crossings.Opening;
import org.bumpless.scenario.bench.Network.Forgery;

/** Asks for connections under false addresses, and sees what becomes of that at the product. */
final class Forging {
  private final Plant plant;
  private final Fabric fabric;
  private final Legs legs;
  private final Crossings crossings = new Crossings();

  Forging(Plant plant, Fabric fabric, Legs legs) {
    this.plant = plant;
    this.fabric = fabric;
    this.legs = legs;
  }

  private record Attempt(AssetId liar, Flow flow, Opening opening) {}

  List<Forgery> everywhere() throws IOException, InterruptedException {
    List<Attempt> attempts = new ArrayList<>();
    try (Asking asking = new Asking()) {
      legs.watch(
          crossings,
          () -> {
            for (Asset liar : Ways.clients(plant)) {
              attempts.addAll(lie(liar, asking));
            }
          });
    }
    if (crossings.full()) {
      throw new IOException("more connections passed than can be told apart");
    }
    return attempts.stream()
        .map(
            a ->
                new Forgery(
                    a.liar(),
                    a.flow().client(),
                    a.flow().server(),
                    a.flow().protocol().id(),
                    crossings.reached(a.opening()),
                    crossings.passed(a.opening())))
        .toList();
  }

  /** All that a host can claim: each flow of a client elsewhere that a product stands in. */
  private List<Attempt> lie(Asset liar, Asking asking) throws IOException, InterruptedException {
    List<Flow> flows =
        plant.flows().stream()
            .filter(f -> elsewhere(f.client(), liar))
            .filter(f -> plant.enforcedBetween(liar.id(), f.server()).isPresent())
            .toList();
    if (flows.isEmpty()) {
      return List.of();
    }
    Set<AssetId> claimed = new LinkedHashSet<>(flows.stream().map(Flow::client).toList());
    Optional<Mask> mask = fabric.mask(liar.id(), claimed);
    if (mask.isEmpty()) {
      return List.of();
    }
    List<Attempt> attempts = new ArrayList<>();
    Host host = fabric.host(liar.id());
    try (Mask _ = mask.get()) {
      for (Flow flow : flows) {
        InetAddress claim = fabric.host(flow.client()).address();
        InetSocketAddress server = server(flow);
        asking
            .ask(host, claim, server)
            .ifPresent(
                from ->
                    attempts.add(new Attempt(liar.id(), flow, new Opening(from, server, false))));
      }
    }
    return attempts;
  }

  private InetSocketAddress server(Flow flow) {
    return plant
        .endpoint(flow.server(), flow.protocol())
        .map(endpoint -> fabric.server(flow.server(), endpoint.port()))
        .orElseThrow(() -> new IllegalArgumentException("flow " + flow.id() + " leads nowhere"));
  }

  private boolean elsewhere(AssetId client, Asset liar) {
    return plant.asset(client).filter(c -> !c.zone().equals(liar.zone())).isPresent();
  }
}
