package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The namespaces of a plan, cabled, configured and held open. */
final class Network implements AutoCloseable {
  private final Namespace switches;
  private final Map<NodeId, Namespace> namespaces = new LinkedHashMap<>();

  private Network(Namespace switches) {
    this.switches = switches;
  }

  /**
   * Makes them.
   *
   * @throws IOException if the host refuses; nothing is left then
   */
  static Network of(List<Node> nodes, List<Integer> segments)
      throws IOException, InterruptedException {
    Network network = new Network(Namespace.create("switches"));
    try {
      network.wire(nodes, segments);
      return network;
    } catch (IOException | InterruptedException | RuntimeException e) {
      try {
        network.close();
      } catch (RuntimeException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private void wire(List<Node> nodes, List<Integer> segments)
      throws IOException, InterruptedException {
    Wiring.prepare(switches);
    List<String> lines = new ArrayList<>(Wiring.switches(segments));
    int port = 1;
    for (Node node : nodes) {
      if (namespaces.containsKey(node.id())) {
        throw new IllegalArgumentException("two nodes are " + node.id());
      }
      Namespace namespace = Namespace.create(node.name());
      namespaces.put(node.id(), namespace);
      Wiring.prepare(namespace);
      lines.addAll(Wiring.cables(node, namespace, port));
      port += node.legs().size();
    }
    HostTool.IP.feed(switches, List.of("-batch", "-"), lines);
    for (Node node : nodes) {
      Namespace namespace = namespace(node.id());
      Wiring.settle(node, namespace);
      HostTool.IP.feed(namespace, List.of("-batch", "-"), Wiring.configuration(node));
      if (!node.ways().isEmpty()) {
        HostTool.NFT.feed(namespace, List.of("-f", "-"), Wiring.gate(node.ways()));
        Wiring.forward(namespace);
      }
    }
  }

  /**
   * The namespace of a node.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  Namespace namespace(NodeId node) {
    Namespace namespace = namespaces.get(node);
    if (namespace == null) {
      throw new IllegalArgumentException("the network has no " + node.inWords());
    }
    return namespace;
  }

  @Override
  public void close() {
    List<Namespace> all = new ArrayList<>(namespaces.values());
    all.add(switches);
    closeAll(all.stream().<Runnable>map(namespace -> namespace::close).toList());
  }

  /** Does all, whatever one of them throws; the first to throw carries the others. */
  static void closeAll(List<Runnable> closings) {
    List<RuntimeException> thrown = new ArrayList<>();
    for (Runnable closing : closings) {
      try {
        closing.run();
      } catch (RuntimeException e) {
        thrown.add(e);
      }
    }
    if (!thrown.isEmpty()) {
      RuntimeException first = thrown.removeFirst();
      thrown.forEach(first::addSuppressed);
      throw first;
    }
  }
}
