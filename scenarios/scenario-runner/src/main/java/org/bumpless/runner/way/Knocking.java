package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.way.Try.Target;
import org.bumpless.scenario.bench.Network.Knock;

/** Looks for ways past the product on a fabric whose hosts have networks of their own. */
final class Knocking {
  /** So many sockets at once; what is more comes later. */
  private static final int AT_ONCE_MAX = 8_000;

  private final Plant plant;
  private final Fabric fabric;
  private final NanoClock clock;
  private final boolean declaredPass;
  private int number;

  /**
   * @param declaredPass whether what the plant declares is to reach the servers themselves, for
   *     clients do not speak to the product
   */
  Knocking(Plant plant, Fabric fabric, NanoClock clock, boolean declaredPass) {
    this.plant = plant;
    this.fabric = fabric;
    this.clock = clock;
    this.declaredPass = declaredPass;
  }

  List<Knock> everywhere() throws IOException, InterruptedException {
    List<Target> targets = targets();
    List<Knock> knocks = new ArrayList<>();
    Map<AssetId, Ears> ears = new LinkedHashMap<>();
    try {
      for (Asset asset : hosts()) {
        ears.put(asset.id(), Ears.of(fabric.host(asset.id())));
      }
      for (int at = 0; at < targets.size(); at += AT_ONCE_MAX) {
        knocks.addAll(knock(targets.subList(at, Math.min(at + AT_ONCE_MAX, targets.size())), ears));
      }
      return knocks;
    } finally {
      ears.values().forEach(Ears::close);
    }
  }

  private List<Asset> hosts() {
    return plant.assets().stream().filter(a -> !(a instanceof Asset.FieldDevice)).toList();
  }

  /**
   * Everything that can be tried; what a product may let pass is left out. Neighbours in a zone try
   * each other too: they show that a host can knock and that another can hear.
   */
  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (Asset from : hosts()) {
      for (Asset to : hosts()) {
        if (from.equals(to)) {
          continue;
        }
        Host source = fabric.host(from.id());
        Host target = fabric.host(to.id());
        boolean open = open(from, to);
        Door.of(to).stream()
            .filter(door -> !(declaredPass && declared(from, to, door)))
            .forEach(door -> targets.add(new Target(source, target, door, open)));
      }
    }
    return targets;
  }

  /** Whether conduits lead from one to the other, and no product stands in them. */
  private boolean open(Asset from, Asset to) {
    Optional<List<Conduit>> path = plant.path(from.zone(), to.zone());
    return path.isPresent()
        && path.get().stream().noneMatch(c -> c.enforcement() == Enforcement.PEP);
  }

  private boolean declared(Asset from, Asset to, Door door) {
    return plant.flows().stream()
        .anyMatch(
            f ->
                f.client().equals(from.id())
                    && f.server().equals(to.id())
                    && f.protocol().id().equals(door.name()));
  }

  /** The addresses of all hosts, and of the instrument that measures past the product. */
  private Set<InetAddress> addresses() {
    Set<InetAddress> known = new HashSet<>();
    hosts().forEach(asset -> known.add(fabric.host(asset.id()).address()));
    plant.flows().stream()
        .map(flow -> fabric.instrument(flow.client(), flow.server()).address())
        .forEach(known::add);
    return known;
  }

  private List<Knock> knock(List<Target> targets, Map<AssetId, Ears> ears)
      throws IOException, InterruptedException {
    Map<Host, List<Target>> bySource =
        targets.stream()
            .collect(Collectors.groupingBy(Target::from, LinkedHashMap::new, Collectors.toList()));
    List<Try> tries = new ArrayList<>();
    try {
      for (Map.Entry<Host, List<Target>> source : bySource.entrySet()) {
        source
            .getKey()
            .act(
                () -> {
                  for (Target target : source.getValue()) {
                    tries.add(Try.start(target, ++number));
                  }
                });
      }
      clock.await(Try.PATIENCE);
      for (Try started : tries) {
        started.speak();
      }
      clock.await(Try.PATIENCE);
      return outcomes(tries, ears);
    } finally {
      tries.forEach(Try::close);
    }
  }

  private List<Knock> outcomes(List<Try> tries, Map<AssetId, Ears> ears)
      throws IOException, InterruptedException {
    Set<InetAddress> known = addresses();
    Map<AssetId, Heard> heard = new HashMap<>();
    for (Map.Entry<AssetId, Ears> its : ears.entrySet()) {
      heard.put(its.getKey(), its.getValue().heard());
    }
    return tries.stream()
        .map(t -> t.outcome(heard.getOrDefault(t.to().id(), Heard.NOTHING), known))
        .toList();
  }
}
