package org.bumpless.plant.network.netns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.netns.NetworkPlan.Door;
import org.bumpless.plant.network.netns.Node.Route;
import org.bumpless.plant.network.netns.NodeId.OfAsset;
import org.bumpless.plant.network.netns.NodeId.OfBench;
import org.bumpless.plant.network.netns.NodeId.OfConduit;

/**
 * Walks a plan's connections on paper, hop by hop as the routes lead. A host has one route to a
 * zone, whoever asked first; so a plant may join zones in ways that one set of routes cannot serve.
 * There, connections would pass where their conduit is not, or answers would come back another way
 * and be dropped by whatever keeps the state of connections; a measurement would blame the product.
 */
final class RoundTrips {
  private final Plant plant;
  private final Joints joints;
  private final NetworkPlan plan;
  private final Map<NodeId, Node> nodes = new HashMap<>();
  private final Map<Address, Node> owners = new HashMap<>();

  /** One host of each zone that has any: all of a zone have the same routes. */
  private final Map<ZoneId, Asset> hosts = new LinkedHashMap<>();

  RoundTrips(Plant plant, Joints joints, NetworkPlan plan) {
    this.plant = plant;
    this.joints = joints;
    this.plan = plan;
    for (Node node : plan.nodes()) {
      nodes.put(node.id(), node);
      node.legs().forEach(leg -> leg.addresses().forEach(a -> owners.put(a, node)));
    }
    plant.assets().stream()
        .filter(a -> plan.hosts().containsKey(a.id()))
        .forEach(a -> hosts.putIfAbsent(a.zone(), a));
  }

  /**
   * Walks from every zone to every other.
   *
   * @throws IllegalArgumentException if a connection does not go where its conduits are, or its
   *     answers come back another way; names the zones and the remedy
   */
  void check() {
    Map<ZoneId, Asset.Controller> servers = new LinkedHashMap<>();
    plant.assets(Asset.Controller.class).forEach(c -> servers.putIfAbsent(c.zone(), c));
    for (Asset client : hosts.values()) {
      for (Asset server : hosts.values()) {
        path(client, server).ifPresent(path -> checkHosts(client, server, path));
      }
      for (Asset.Controller server : servers.values()) {
        path(client, server).ifPresent(path -> checkDoor(client, server, path));
      }
    }
  }

  private Optional<List<Conduit>> path(Asset client, Asset server) {
    return plant.path(client.zone(), server.zone()).filter(path -> !path.isEmpty());
  }

  private void checkHosts(Asset client, Asset server, List<Conduit> path) {
    List<NodeId> planned = joints.hops(path).stream().map(hop -> hop.joint().id()).toList();
    Optional<List<NodeId>> there = walk(client, plan.address(server.id()));
    if (!there.equals(Optional.of(planned))) {
      throw refused(
          "connections from zone %s to zone %s belong through %s, but would go through %s"
              .formatted(client.zone(), server.zone(), words(planned), words(there)));
    }
    Optional<List<NodeId>> back = walk(server, plan.address(client.id()));
    if (isAnswered(path) && !back.map(List::reversed).equals(there)) {
      throw refused(
          "connections from zone %s to zone %s go through %s, but their answers would come back through %s"
              .formatted(client.zone(), server.zone(), words(planned), words(back)));
    }
  }

  /** Through a data diode nothing comes back. */
  private static boolean isAnswered(List<Conduit> path) {
    return path.stream().noneMatch(c -> c.enforcement() == Enforcement.DIODE);
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        ("the plant does not fit the bench's network: %s. A host has one way to a zone: give the"
                + " conduits between these zones the same enforcement, or lead one of them through"
                + " a zone of its own")
            .formatted(why));
  }

  /** Clients dial the product's door at the first conduit of theirs in which it stands. */
  private void checkDoor(Asset client, Asset.Controller server, List<Conduit> path) {
    Optional<Conduit> enforced =
        path.stream().filter(c -> c.enforcement() == Enforcement.PEP).findFirst();
    if (enforced.isPresent() && isAnswered(path)) {
      Address door =
          Objects.requireNonNull(
              plan.doors().get(new Door(enforced.get().id(), server.id())),
              () -> "no door before " + server.id());
      checkDoor(client, enforced.get().from(), door, path.getFirst());
    }
  }

  private void checkDoor(Asset client, ZoneId zone, Address door, Conduit first) {
    Optional<List<NodeId>> there = walk(client, door);
    Optional<List<NodeId>> back = walk(node(OfBench.PRODUCT), plan.address(client.id()));
    if (there.isEmpty() || !back.map(List::reversed).equals(there)) {
      throw new IllegalArgumentException(
          ("the plant does not fit the bench's network: clients in zone %s reach the product's door"
                  + " in zone %s through %s, but it would answer them through %s. Let conduit"
                  + " %s have enforcement pep too, so that their door stands in their own zone, or"
                  + " let no other conduit of zone %s have it")
              .formatted(
                  client.zone(),
                  zone,
                  words(there),
                  back.filter(List::isEmpty).isPresent()
                      ? "its own leg in zone " + client.zone()
                      : words(back),
                  first.id(),
                  client.zone()));
    }
  }

  private Optional<List<NodeId>> walk(Asset from, Address target) {
    return walk(node(new OfAsset(from.id())), target);
  }

  /** The nodes that a packet passes; empty if one of them has no route, or sends it in a circle. */
  private Optional<List<NodeId>> walk(Node from, Address target) {
    List<NodeId> passed = new ArrayList<>();
    Node here = from;
    while (!isNear(here, target)) {
      Optional<Node> next = next(here, target);
      if (next.isEmpty() || passed.contains(next.get().id())) {
        return Optional.empty();
      }
      here = next.get();
      if (!here.id().equals(owner(target).id())) {
        passed.add(here.id());
      }
    }
    return Optional.of(List.copyOf(passed));
  }

  private static boolean isNear(Node node, Address target) {
    return node.legs().stream().anyMatch(leg -> leg.segment() == target.segment());
  }

  private Optional<Node> next(Node here, Address target) {
    return here.routes().stream()
        .filter(route -> route.segment() == target.segment())
        .map(Route::via)
        .map(this::owner)
        .findFirst();
  }

  private Node owner(Address address) {
    Node node = owners.get(address);
    if (node == null) {
      throw new IllegalStateException("the plan gives " + address + " to nobody");
    }
    return node;
  }

  private Node node(NodeId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("the plan has no node " + id);
    }
    return node;
  }

  private static String words(Optional<List<NodeId>> passed) {
    return passed.map(RoundTrips::words).orElse("nowhere");
  }

  private static String words(List<NodeId> passed) {
    return passed.stream()
        .map(
            id ->
                switch (id) {
                  case OfBench ofBench -> "the " + ofBench.inWords();
                  case OfConduit conduit -> "conduit " + conduit.inWords();
                  case OfAsset asset -> asset.inWords();
                })
        .collect(Collectors.joining(", "));
  }
}
