package org.bumpless.plant.network.netns;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.netns.NodeId.OfBench;
import org.bumpless.plant.network.tap.Tap;

/**
 * Which namespaces, addresses and routes a plant takes; nothing is made by it.
 *
 * <p>Zone n is the segment {@code 10.n.0.0/16}: its hosts from {@code .0.1} on, the product's doors
 * from {@code .128.1} on, what joins it to other zones from {@code .253.1} on. The product stands
 * in one namespace with a leg in every zone of its conduits. The instrument, by which the bench
 * measures past the product, has a leg in every zone with a controller and passes nothing on.
 *
 * @param segments zones first; the last is the bench's own, by which the product reaches the
 *     services of the site
 * @param zones the segment of each zone that has one
 * @param hosts the address of each asset that has one
 * @param doors where the product listens in place of a controller
 * @param services where the services of the site listen
 */
record NetworkPlan(
    List<Node> nodes,
    List<Integer> segments,
    Map<ZoneId, Integer> zones,
    Map<AssetId, Address> hosts,
    Map<Door, Address> doors,
    Address services) {
  NetworkPlan {
    nodes = List.copyOf(nodes);
    segments = List.copyOf(segments);
    zones = Map.copyOf(zones);
    hosts = Map.copyOf(hosts);
    doors = Map.copyOf(doors);
  }

  /** The product's stand-in for a controller, before the clients of a conduit. */
  record Door(ConduitId conduit, AssetId controller) {}

  /**
   * The address of an asset.
   *
   * @throws IllegalArgumentException if it has none
   */
  Address address(AssetId asset) {
    Address address = hosts.get(asset);
    if (address == null) {
      throw new IllegalArgumentException("the plant has no host " + asset);
    }
    return address;
  }

  /**
   * The segment of a zone.
   *
   * @throws IllegalArgumentException if it has none
   */
  int segment(ZoneId zone) {
    Integer segment = zones.get(zone);
    if (segment == null) {
      throw new IllegalArgumentException("zone " + zone + " has no network");
    }
    return segment;
  }

  /** The legs of the product's host; none if no product stands in the plant. */
  List<Tap.Leg> productLegs() {
    return nodes.stream()
        .filter(node -> node.id() == OfBench.PRODUCT)
        .flatMap(node -> node.legs().stream())
        .map(leg -> new Tap.Leg(leg.device(), Address.network(leg.segment())))
        .toList();
  }

  /** Where the instrument stands in a segment. */
  static Address instrument(int segment) {
    return new Address(segment, Planner.INSTRUMENT_NUMBER);
  }

  /** A second card that is plugged into a segment; there is one at a time. */
  static Address card(int segment) {
    return new Address(segment, Planner.CARD_NUMBER);
  }

  /**
   * Works a plan out.
   *
   * @throws IllegalArgumentException if the plant has more zones or hosts than there are addresses,
   *     or ways that cannot be told apart by where they lead (see {@link RoundTrips})
   */
  static NetworkPlan of(Plant plant) {
    Joints joints = Joints.of(plant);
    NetworkPlan plan = new Planner(plant, joints).plan();
    new RoundTrips(plant, joints, plan).check();
    return plan;
  }
}
