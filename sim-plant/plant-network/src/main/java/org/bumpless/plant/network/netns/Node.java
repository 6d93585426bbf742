package org.bumpless.plant.network.netns;

import java.util.List;

/**
 * One network namespace of a plan.
 *
 * @param legs its interfaces, one in each segment
 * @param routes to segments in which it has no leg
 * @param ways what it passes on from one leg to another; nothing if empty
 */
record Node(NodeId id, List<Leg> legs, List<Route> routes, List<Way> ways) {
  Node {
    legs = List.copyOf(legs);
    routes = List.copyOf(routes);
    ways = List.copyOf(ways);
  }

  /** For people; not unique. */
  String name() {
    return id.inWords();
  }

  /**
   * An interface.
   *
   * @param device its name inside the namespace
   * @param segment the segment it is plugged into
   * @param addresses the first is the one that it sends from
   */
  record Leg(String device, int segment, List<Address> addresses) {
    Leg {
      addresses = List.copyOf(addresses);
    }

    /** Its hardware address. */
    String hardware() {
      return addresses.getFirst().hardware();
    }
  }

  /**
   * A route to a segment.
   *
   * @param via the neighbour that leads there
   */
  record Route(int segment, Address via) {}

  /**
   * New connections may come in at one device and leave by the other.
   *
   * @param answers whether anything may come back; not through a data diode
   */
  record Way(String in, String out, boolean answers) {}
}
