package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Route;
import org.bumpless.plant.network.netns.Node.Way;

/** Makes what a plan says: switches, cables, addresses, routes, and what may pass a conduit. */
final class Wiring {
  static final String FORWARD = "net/ipv4/ip_forward";
  static final String RESERVED = "net/ipv4/ip_local_reserved_ports";

  /**
   * Ports above 32767 at which others listen (IANA: PROFINET, EtherCAT, PCP, EtherNet/IP, BACnet,
   * ADS; by custom also A-bis over IP and IRC). A client that got one by chance for its own would
   * be taken for one of these, by a product that goes by ports and by whoever reads the recording.
   */
  static final String OTHERS_PORTS = "34962-34964,34980,44321-44322,44818,47808,48049,48898,57000";

  static final String REMEMBER_NEIGHBOURS_MILLIS = "3600000";

  /**
   * Of all devices and of those that come later. Forwarding first: where it changes, the kernel
   * turns redirects on.
   */
  static final List<String> OFF =
      List.of("forwarding", "rp_filter", "accept_redirects", "send_redirects");

  private Wiring() {}

  /** A bridge for each segment, in a namespace that has no address: nobody can talk to a switch. */
  static List<String> switches(List<Integer> segments) {
    return segments.stream()
        .flatMap(
            segment ->
                List.of(
                    "link add name %s type bridge forward_delay 0 mcast_snooping 0"
                        .formatted(SwitchPort.bridge(segment)),
                    "link set dev %s up".formatted(SwitchPort.bridge(segment)))
                    .stream())
        .toList();
  }

  /** The cable from a leg of a node to a port of the switch. */
  static List<String> cable(Leg leg, Namespace namespace, SwitchPort port) {
    return List.of(
        "link add name %s type veth peer name %s address %s netns %s"
            .formatted(port.device(), leg.device(), leg.hardware(), namespace.path()),
        "link set dev %s master %s up".formatted(port.device(), port.bridge()));
  }

  /** Addresses, neighbours and routes of a node, in its own namespace. */
  static List<String> configuration(Node node, Neighbours neighbours) {
    List<String> lines = new ArrayList<>(List.of("link set dev lo up"));
    for (Leg leg : node.legs()) {
      leg.addresses()
          .forEach(
              address ->
                  lines.add("address add %s dev %s".formatted(address.inNetwork(), leg.device())));
      lines.add("link set dev %s up".formatted(leg.device()));
    }
    lines.addAll(neighbours.of(node));
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
   * Settings of a namespace before it has a cable. A new one may have taken those of the host that
   * the bench runs on, which may be a router: here nothing is passed on and no route is learnt
   * until a plan says so, and forged sources are the product's business, not the kernel's. No IPv6.
   * No client speaks from a port at which others listen.
   */
  static void prepare(Namespace namespace) throws IOException, InterruptedException {
    namespace.act(
        () -> {
          for (String devices : List.of("all", "default")) {
            if (KernelSettings.exists("net/ipv6/conf")) {
              KernelSettings.write("net/ipv6/conf/" + devices + "/disable_ipv6", "1");
            }
            for (String setting : OFF) {
              KernelSettings.write("net/ipv4/conf/" + devices + "/" + setting, "0");
            }
          }
          KernelSettings.write(FORWARD, "0");
          KernelSettings.write(RESERVED, OTHERS_PORTS);
        });
  }

  /**
   * Settings of a node once its cables are plugged in: neighbours are not forgotten within a run,
   * so that no measured packet waits for an ARP answer.
   */
  static void settle(Node node, Namespace namespace) throws IOException, InterruptedException {
    namespace.act(
        () -> {
          for (Leg leg : node.legs()) {
            KernelSettings.write(neighbours(leg), REMEMBER_NEIGHBOURS_MILLIS);
          }
        });
  }

  /** Lets the kernel pass packets on from leg to leg. */
  static void forward(Namespace namespace) throws IOException, InterruptedException {
    namespace.act(() -> KernelSettings.write(FORWARD, "1"));
  }

  /** The setting that says how long the neighbours at a leg are remembered. */
  static String neighbours(Leg leg) {
    return "net/ipv4/neigh/" + leg.device() + "/base_reachable_time_ms";
  }
}
