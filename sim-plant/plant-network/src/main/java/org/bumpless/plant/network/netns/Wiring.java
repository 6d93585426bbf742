package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Route;
import org.bumpless.plant.network.netns.Node.Way;

/** Makes what a plan says: switches, cables, addresses, routes, and what may pass a conduit. */
final class Wiring {
  private static final Path SETTINGS = Path.of("/proc/sys/net");
  private static final String REMEMBER_NEIGHBOURS = "3600000";

  private Wiring() {}

  /** A bridge for each segment, in a namespace that has no address: nobody can talk to a switch. */
  static List<String> switches(List<Integer> segments) {
    return segments.stream()
        .flatMap(
            segment ->
                List.of(
                    "link add name %s type bridge forward_delay 0 mcast_snooping 0"
                        .formatted(bridge(segment)),
                    "link set %s up".formatted(bridge(segment)))
                    .stream())
        .toList();
  }

  /**
   * The cables of a node.
   *
   * @param firstPort number of the first switch port that it takes
   */
  static List<String> cables(Node node, Namespace namespace, int firstPort) {
    List<String> lines = new ArrayList<>();
    int port = firstPort;
    for (Leg leg : node.legs()) {
      lines.add(
          "link add name p%d type veth peer name %s netns %s"
              .formatted(port, leg.device(), namespace.path()));
      lines.add("link set p%d master %s up".formatted(port, bridge(leg.segment())));
      port++;
    }
    return List.copyOf(lines);
  }

  /** Addresses and routes of a node, in its own namespace. */
  static List<String> configuration(Node node) {
    List<String> lines = new ArrayList<>(List.of("link set lo up"));
    for (Leg leg : node.legs()) {
      leg.addresses()
          .forEach(
              address ->
                  lines.add("address add %s dev %s".formatted(address.inNetwork(), leg.device())));
      lines.add("link set %s up".formatted(leg.device()));
    }
    for (Route route : node.routes()) {
      lines.add("route add %s via %s".formatted(Address.network(route.segment()), route.via()));
    }
    return List.copyOf(lines);
  }

  /** What may pass a conduit: new connections one way, answers back, nothing else. */
  static List<String> gate(List<Way> ways) {
    List<String> lines = new ArrayList<>();
    lines.add("table inet conduit {");
    lines.add("  chain forward {");
    lines.add("    type filter hook forward priority filter; policy drop;");
    for (Way way : ways) {
      String there = "iifname \"%s\" oifname \"%s\"".formatted(way.in(), way.out());
      String back = "iifname \"%s\" oifname \"%s\"".formatted(way.out(), way.in());
      lines.add(
          "    " + there + (way.answers() ? " ct state new,established,related" : "") + " accept");
      if (way.answers()) {
        lines.add("    " + back + " ct state established,related accept");
      }
    }
    lines.add("  }");
    lines.add("}");
    return List.copyOf(lines);
  }

  /**
   * Settings of a namespace before it has a cable: no IPv6, and neighbours are not forgotten within
   * a run, so that no measured packet waits for an ARP answer.
   */
  static void prepare(Namespace namespace) throws IOException, InterruptedException {
    namespace.act(
        () -> {
          set("ipv6/conf/all/disable_ipv6", "1");
          set("ipv6/conf/default/disable_ipv6", "1");
          set("ipv4/neigh/default/base_reachable_time_ms", REMEMBER_NEIGHBOURS);
        });
  }

  /** Lets the kernel pass packets on from leg to leg. */
  static void forward(Namespace namespace) throws IOException, InterruptedException {
    namespace.act(
        () -> {
          set("ipv4/ip_forward", "1");
        });
  }

  private static void set(String name, String value) throws IOException {
    Path setting = SETTINGS.resolve(name);
    if (Files.exists(setting)) {
      Files.writeString(setting, value);
    }
  }

  private static String bridge(int segment) {
    return "zone" + segment;
  }
}
