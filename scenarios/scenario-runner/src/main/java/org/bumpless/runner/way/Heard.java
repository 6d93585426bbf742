package org.bumpless.runner.way;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.bumpless.runner.way.Peers.Link;

/**
 * What a host has noticed of a trial.
 *
 * @param links its TCP connections at the end
 * @param fresh those of them that were not there at the beginning
 * @param words the numbers of the knocks whose words arrived at its undeclared doors, from whatever
 *     address they seemed to come
 */
record Heard(Set<Link> links, Set<Link> fresh, Set<Integer> words) {
  static final Heard NOTHING = new Heard(Set.of(), Set.of(), Set.of());

  Heard {
    links = Set.copyOf(links);
    fresh = Set.copyOf(fresh);
    words = Set.copyOf(words);
  }

  boolean from(InetSocketAddress farEnd) {
    return links.stream().anyMatch(link -> link.farEnd().equals(farEnd));
  }

  /**
   * Whether somebody has come to a port from an address that no host of the plant has: from that of
   * a product that translates addresses.
   */
  boolean stranger(int port, Set<InetAddress> known) {
    return fresh.stream()
        .anyMatch(link -> link.port() == port && !known.contains(link.farEnd().getAddress()));
  }
}
