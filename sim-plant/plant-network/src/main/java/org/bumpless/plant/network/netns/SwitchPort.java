package org.bumpless.plant.network.netns;

import java.util.List;

/**
 * A port of a switch, and the piece of cable that is put in when the cable of the port is cut open.
 *
 * @param number among all ports of the network
 * @param segment of the switch
 */
record SwitchPort(int number, int segment) {

  /** The end of the host's cable at the switch. */
  String device() {
    return "p" + number;
  }

  /** The end of the new piece that is not plugged in. */
  String openEnd() {
    return "o" + number;
  }

  private String pluggedEnd() {
    return "q" + number;
  }

  /** The switch itself. */
  String bridge() {
    return bridge(segment);
  }

  static String bridge(int segment) {
    return "zone" + segment;
  }

  /** The new piece is laid beside the cable. */
  List<String> lay() {
    return List.of(
        "link add name %s type veth peer name %s".formatted(pluggedEnd(), openEnd()),
        "link set dev %s up".formatted(openEnd()),
        "link set dev %s up".formatted(pluggedEnd()));
  }

  /** The cable is pulled out and the new piece takes its place. */
  List<String> cutOpen() {
    return List.of(
        "link set dev %s nomaster".formatted(device()),
        "link set dev %s master %s".formatted(pluggedEnd(), bridge()));
  }

  /** The new piece is pulled out and the cable plugged in again. */
  List<String> join() {
    return List.of(
        "link set dev %s nomaster".formatted(pluggedEnd()),
        "link set dev %s master %s".formatted(device(), bridge()));
  }

  /** The new piece is taken away. */
  List<String> clear() {
    return List.of("link del dev " + pluggedEnd());
  }
}
