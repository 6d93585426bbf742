package org.bumpless.plant.network.netns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.netns.Joint.Hop;
import org.bumpless.plant.network.netns.NetworkPlan.Door;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Route;
import org.bumpless.plant.network.netns.Node.Way;
import org.bumpless.plant.network.netns.NodeId.OfAsset;
import org.bumpless.plant.network.netns.NodeId.OfBench;

/** Works out a {@link NetworkPlan}: numbers first, then routes, then nodes. */
final class Planner {
  private static final int ZONES_MAX = 200;
  private static final int BENCH = 255;
  private static final int DOORS_FROM = 128 << 8;
  private static final int JOINTS_FROM = 253 << 8;
  private static final int PRODUCT_NUMBER = (254 << 8) + 1;
  static final int INSTRUMENT_NUMBER = (254 << 8) + 2;
  static final int CARD_NUMBER = (254 << 8) + 3;

  /** The name of a host's plug. */
  static final String PLUG = "eth0";

  private final Plant plant;
  private final Joints joints;
  private final Map<ZoneId, Integer> segments;
  private final Map<AssetId, Address> hosts = new LinkedHashMap<>();
  private final Map<Door, Address> doors = new LinkedHashMap<>();
  private final Map<ZoneId, Map<Integer, Address>> routesFromZones = new HashMap<>();
  private final Map<Joint, Map<Integer, Address>> routesFromJoints = new HashMap<>();

  Planner(Plant plant, Joints joints) {
    this.plant = plant;
    this.joints = joints;
    this.segments = segments(plant);
  }

  NetworkPlan plan() {
    numberHosts();
    numberDoors();
    for (ZoneId from : segments.keySet()) {
      for (ZoneId to : segments.keySet()) {
        plant
            .path(from, to)
            .filter(path -> !path.isEmpty())
            .ifPresent(path -> route(from, to, joints.hops(path)));
      }
    }
    List<Node> nodes = new ArrayList<>();
    plant.assets().stream()
        .filter(a -> hosts.containsKey(a.id()))
        .map(this::host)
        .forEach(nodes::add);
    joints.plain().stream().map(this::conduit).forEach(nodes::add);
    nodes.add(product());
    nodes.add(instrument());
    Address services = new Address(BENCH, 1);
    nodes.add(
        new Node(
            OfBench.SERVICES,
            List.of(new Leg(PLUG, BENCH, List.of(services))),
            List.of(),
            List.of()));
    return new NetworkPlan(
        nodes,
        Stream.concat(segments.values().stream(), Stream.of(BENCH)).toList(),
        segments,
        hosts,
        doors,
        services);
  }

  private static Map<ZoneId, Integer> segments(Plant plant) {
    List<ZoneId> zones =
        plant.zones().stream().map(Zone::id).filter(z -> Joints.networked(plant, z)).toList();
    if (zones.size() > ZONES_MAX) {
      throw new IllegalArgumentException(
          "the plant is too large for the bench's network: it has %d zones with a network, %d is the limit"
              .formatted(zones.size(), ZONES_MAX));
    }
    Map<ZoneId, Integer> segments = new LinkedHashMap<>();
    zones.forEach(zone -> segments.put(zone, segments.size() + 1));
    return segments;
  }

  private int segment(ZoneId zone) {
    Integer segment = segments.get(zone);
    if (segment == null) {
      throw new IllegalArgumentException("zone " + zone + " has no network");
    }
    return segment;
  }

  private void numberHosts() {
    Map<ZoneId, Integer> last = new HashMap<>();
    for (Asset asset : plant.assets()) {
      if (!(asset instanceof Asset.FieldDevice)) {
        int number = last.merge(asset.zone(), 1, Integer::sum);
        hosts.put(asset.id(), new Address(segment(asset.zone()), number));
      }
    }
  }

  private void numberDoors() {
    Map<ZoneId, Integer> last = new HashMap<>();
    for (Asset.Controller controller : plant.assets(Asset.Controller.class)) {
      for (Conduit conduit : plant.enforcedBefore(controller.zone())) {
        int number = last.merge(conduit.from(), 1, Integer::sum);
        doors.put(
            new Door(conduit.id(), controller.id()),
            new Address(segment(conduit.from()), DOORS_FROM + number));
      }
    }
  }

  /** The routes that a question takes, and those of its answer. */
  private void route(ZoneId from, ZoneId to, List<Hop> hops) {
    Hop first = hops.getFirst();
    Hop last = hops.getLast();
    add(routesFromZones, from, to, leg(first.joint(), from));
    add(routesFromZones, to, from, leg(last.joint(), to));
    for (int at = 1; at < hops.size(); at++) {
      Hop before = hops.get(at - 1);
      Hop after = hops.get(at);
      add(routesFromJoints, before.joint(), to, leg(after.joint(), after.from()));
      add(routesFromJoints, after.joint(), from, leg(before.joint(), before.to()));
    }
  }

  private <K> void add(Map<K, Map<Integer, Address>> routes, K at, ZoneId to, Address via) {
    routes.computeIfAbsent(at, k -> new LinkedHashMap<>()).putIfAbsent(segment(to), via);
  }

  private Address leg(Joint joint, ZoneId zone) {
    int number =
        joint.equals(joints.product())
            ? PRODUCT_NUMBER
            : JOINTS_FROM + 1 + joints.plain().indexOf(joint);
    return new Address(segment(zone), number);
  }

  private Node host(Asset asset) {
    Address address = hosts.get(asset.id());
    int segment = segment(asset.zone());
    return new Node(
        new OfAsset(asset.id()),
        List.of(new Leg(PLUG, segment, List.of(address))),
        routes(routesFromZones.getOrDefault(asset.zone(), Map.of()), List.of(segment)),
        List.of());
  }

  private Node conduit(Joint joint) {
    List<Way> ways =
        joint.conduits().stream()
            .map(
                c ->
                    new Way(device(c.from()), device(c.to()), c.enforcement() != Enforcement.DIODE))
            .toList();
    return node(joint, List.of(), ways);
  }

  /** The product's place: no way leads through it unless the product makes one. */
  private Node product() {
    return node(
        joints.product(),
        List.of(new Leg(DeviceNames.BENCH, BENCH, List.of(new Address(BENCH, PRODUCT_NUMBER)))),
        List.of());
  }

  private Node node(Joint joint, List<Leg> more, List<Way> ways) {
    List<Leg> legs = new ArrayList<>(more);
    for (ZoneId zone : joint.zones()) {
      List<Address> addresses = new ArrayList<>(List.of(leg(joint, zone)));
      if (joint.equals(joints.product())) {
        doors.values().stream().filter(d -> d.segment() == segment(zone)).forEach(addresses::add);
      }
      legs.add(new Leg(device(zone), segment(zone), addresses));
    }
    List<Integer> near = legs.stream().map(Leg::segment).toList();
    return new Node(
        joint.id(), legs, routes(routesFromJoints.getOrDefault(joint, Map.of()), near), ways);
  }

  private Node instrument() {
    List<Leg> legs =
        plant.assets(Asset.Controller.class).stream()
            .map(Asset::zone)
            .distinct()
            .map(
                zone ->
                    new Leg(
                        device(zone),
                        segment(zone),
                        List.of(NetworkPlan.instrument(segment(zone)))))
            .toList();
    return new Node(OfBench.INSTRUMENT, legs, List.of(), List.of());
  }

  private String device(ZoneId zone) {
    return DeviceNames.of(zone, segment(zone));
  }

  private static List<Route> routes(Map<Integer, Address> routes, List<Integer> near) {
    return routes.entrySet().stream()
        .filter(r -> !near.contains(r.getKey()))
        .map(r -> new Route(r.getKey(), r.getValue()))
        .toList();
  }
}
