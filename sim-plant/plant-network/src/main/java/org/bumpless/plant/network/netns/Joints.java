package org.bumpless.plant.network.netns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.netns.Joint.Hop;

/** All joints of a plant; wires to the field are none. */
final class Joints {
  private final Joint product;
  private final List<Joint> plain;

  private Joints(Joint product, List<Joint> plain) {
    this.product = product;
    this.plain = plain;
  }

  static Joints of(Plant plant) {
    Set<ZoneId> legs = new LinkedHashSet<>();
    List<Conduit> enforced = new ArrayList<>();
    Map<Set<ZoneId>, List<Conduit>> plain = new LinkedHashMap<>();
    for (Conduit conduit : plant.conduits()) {
      if (!networked(plant, conduit.from()) || !networked(plant, conduit.to())) {
        continue;
      }
      Set<ZoneId> both = new LinkedHashSet<>(List.of(conduit.from(), conduit.to()));
      if (conduit.enforcement() == Enforcement.PEP) {
        enforced.add(conduit);
        legs.addAll(both);
      } else {
        plain.computeIfAbsent(both, zones -> new ArrayList<>()).add(conduit);
      }
    }
    return new Joints(
        new Joint(NodeId.OfBench.PRODUCT, legs, enforced),
        plain.entrySet().stream()
            .map(
                e ->
                    new Joint(
                        new NodeId.OfConduit(e.getValue().getFirst().id()),
                        e.getKey(),
                        e.getValue()))
            .toList());
  }

  /** Whether a zone has a network: at level 0 there are wires. */
  static boolean networked(Plant plant, ZoneId zone) {
    return plant.zone(zone).map(Zone::level).filter(l -> l != PurdueLevel.L0).isPresent();
  }

  Joint product() {
    return product;
  }

  List<Joint> plain() {
    return plain;
  }

  List<Joint> all() {
    return Stream.concat(Stream.of(product), plain.stream()).toList();
  }

  /**
   * The way of a packet along a chain of conduits. If the product stands in one of them, the packet
   * takes it from the first to the last zone in which it has a leg, so that answers come back the
   * way that the question went.
   */
  List<Hop> hops(List<Conduit> path) {
    List<ZoneId> zones =
        Stream.concat(path.stream().limit(1).map(Conduit::from), path.stream().map(Conduit::to))
            .toList();
    int[] legs =
        IntStream.range(0, zones.size())
            .filter(i -> product.zones().contains(zones.get(i)))
            .toArray();
    boolean enforced = path.stream().anyMatch(product.conduits()::contains);
    int first = enforced ? legs[0] : path.size();
    int last = enforced ? legs[legs.length - 1] : path.size();
    List<Hop> hops = new ArrayList<>();
    path.subList(0, first).forEach(c -> hops.add(across(c)));
    if (enforced) {
      hops.add(new Hop(product, zones.get(first), zones.get(last)));
    }
    path.subList(last, path.size()).forEach(c -> hops.add(across(c)));
    return List.copyOf(hops);
  }

  private Hop across(Conduit conduit) {
    return plain.stream()
        .filter(j -> j.conduits().contains(conduit))
        .map(j -> new Hop(j, conduit.from(), conduit.to()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no joint for conduit " + conduit.id()));
  }
}
