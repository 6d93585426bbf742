package org.bumpless.plant.network.netns;

import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.NodeId.OfBench;

/**
 * Who knows where whom to find. All but the product know their neighbours from the beginning: no
 * measured packet waits for an ARP answer, and the kernel's table of learnt neighbours, which all
 * networks of the machine share (gc_thresh3 of arp(7)), is not filled by large plants. The product
 * learns its neighbours as it would anywhere.
 */
final class Neighbours {
  private final List<Node> nodes;

  Neighbours(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** What a node is told, in its own namespace. */
  List<String> of(Node node) {
    return node.id() == OfBench.PRODUCT
        ? List.of()
        : node.legs().stream().flatMap(leg -> at(node, leg)).toList();
  }

  private Stream<String> at(Node node, Leg leg) {
    return nodes.stream()
        .filter(other -> !other.id().equals(node.id()))
        .flatMap(other -> other.legs().stream())
        .filter(other -> other.segment() == leg.segment())
        .flatMap(
            other ->
                other.addresses().stream()
                    .map(
                        address ->
                            "neigh add %s lladdr %s dev %s nud permanent"
                                .formatted(address, other.hardware(), leg.device())));
  }
}
