package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.network.netns.Node.Leg;
import org.bumpless.plant.time.NanoClock;

/** The namespaces of a plan, cabled, configured and held open. */
final class Network implements AutoCloseable {
  private final Namespace switches;
  private final Map<NodeId, Namespace> namespaces = new LinkedHashMap<>();
  private final Map<Jack, SwitchPort> ports = new HashMap<>();
  private final AtomicInteger spares = new AtomicInteger();

  /** Where a cable begins. */
  private record Jack(NodeId node, int segment) {}

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
    for (Node node : nodes) {
      if (namespaces.containsKey(node.id())) {
        throw new IllegalArgumentException("two nodes are " + node.id());
      }
      Namespace namespace = Namespace.create(node.name());
      namespaces.put(node.id(), namespace);
      Wiring.prepare(namespace);
      for (Leg leg : node.legs()) {
        SwitchPort port = new SwitchPort(ports.size() + 1, leg.segment());
        ports.put(new Jack(node.id(), leg.segment()), port);
        lines.addAll(Wiring.cable(leg, namespace, port));
      }
    }
    HostTool.IP.feed(switches, List.of("-batch", "-"), lines);
    Neighbours neighbours = new Neighbours(nodes);
    for (Node node : nodes) {
      Namespace namespace = namespace(node.id());
      Wiring.settle(node, namespace);
      HostTool.IP.feed(namespace, List.of("-batch", "-"), Wiring.configuration(node, neighbours));
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

  /**
   * The cable from a node to the switch of a segment.
   *
   * @throws IllegalArgumentException if there is none
   */
  Cable cable(NodeId node, int segment, NanoClock clock, SplittableGenerator random) {
    SwitchPort port = ports.get(new Jack(node, segment));
    if (port == null) {
      throw new IllegalArgumentException(
          "no cable leads from the %s to that zone".formatted(node.inWords()));
    }
    return new NetnsCable(switches, port, clock, random);
  }

  /** A port that nothing is plugged into yet. */
  SwitchPort spare(int segment) {
    return new SwitchPort(ports.size() + spares.incrementAndGet(), segment);
  }

  /** Where the switches of all segments stand. */
  Namespace switches() {
    return switches;
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
