package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.network.netns.Node.Way;
import org.bumpless.plant.network.netns.NodeId.OfBench;

/**
 * A network of two nodes that is made and taken away again: whatever a host lacks for a plant's
 * shows here, before anything has been started.
 */
final class Trial {
  /** A conduit and a host behind it: all that a plan asks of a kernel. */
  private static final List<Node> NODES =
      List.of(
          new Node(
              OfBench.PRODUCT,
              List.of(
                  new Leg("trial1", 1, List.of(new Address(1, 1))),
                  new Leg("trial2", 2, List.of(new Address(2, 1)))),
              List.of(),
              List.of(new Way("trial1", "trial2", true))),
          new Node(
              OfBench.SERVICES,
              List.of(new Leg("trial", 2, List.of(new Address(2, 2)))),
              List.of(new Node.Route(1, new Address(2, 1))),
              List.of()));

  private Trial() {}

  /** Why this host cannot carry a plant's network, with the remedy; empty if it can. */
  static Optional<String> obstacle() throws InterruptedException {
    return obstacle(NODES);
  }

  /** As {@link #obstacle()}, with nodes in segments 1 and 2. */
  static Optional<String> obstacle(List<Node> nodes) throws InterruptedException {
    for (HostTool tool : List.of(HostTool.IP, HostTool.NFT)) {
      if (tool.find().isEmpty()) {
        return Optional.of("%s is not installed (%s)".formatted(tool.name(), tool.install()));
      }
    }
    try {
      Namespace.create("trial").close();
    } catch (IOException e) {
      return Optional.of(
          "this process may not make network namespaces (%s): start as ./bumpless, which enters a user namespace where that is allowed"
              .formatted(e.getMessage()));
    }
    try {
      Network.of(nodes, List.of(1, 2)).close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "this host does not do all that a plant's network takes (%s): it needs bridge, veth and nf_tables in the kernel (modprobe), and /proc/sys/net must be writable"
              .formatted(e.getMessage()));
    }
  }
}
