package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.Place;
import org.bumpless.plant.network.netns.NetworkPlan.Door;

/** A fabric of network namespaces. Nothing on it reaches anything outside it. */
public final class NetnsFabric implements Fabric {
  private final Plant plant;
  private final NetworkPlan plan;
  private final Namespace switches;
  private final Map<String, Namespace> namespaces = new LinkedHashMap<>();

  private NetnsFabric(Plant plant, NetworkPlan plan, Namespace switches) {
    this.plant = plant;
    this.plan = plan;
    this.switches = switches;
  }

  /** Why this host cannot carry such a fabric, with the remedy; empty if it can. */
  public static Optional<String> obstacle() throws InterruptedException {
    for (HostTool tool : List.of(HostTool.IP, HostTool.NFT)) {
      if (tool.find().isEmpty()) {
        return Optional.of("%s is not installed (%s)".formatted(tool.name(), tool.install()));
      }
    }
    try {
      Namespace.create("trial").close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "this process may not make network namespaces (%s): start as ./bumpless, which enters a user namespace where that is allowed"
              .formatted(e.getMessage()));
    }
  }

  /**
   * Makes the network of a plant.
   *
   * @throws IOException if the host refuses; nothing is left then
   * @throws IllegalArgumentException if the plant is too large
   */
  public static NetnsFabric of(Plant plant) throws IOException, InterruptedException {
    NetworkPlan plan = NetworkPlan.of(plant);
    NetnsFabric fabric = new NetnsFabric(plant, plan, Namespace.create("switches"));
    try {
      fabric.wire();
      return fabric;
    } catch (IOException | InterruptedException | RuntimeException e) {
      fabric.close();
      throw e;
    }
  }

  private void wire() throws IOException, InterruptedException {
    Wiring.prepare(switches);
    List<String> lines = new ArrayList<>(Wiring.switches(plan.segments()));
    int port = 1;
    for (Node node : plan.nodes()) {
      Namespace namespace = Namespace.create(node.name());
      namespaces.put(node.name(), namespace);
      Wiring.prepare(namespace);
      lines.addAll(Wiring.cables(node, namespace, port));
      port += node.legs().size();
    }
    HostTool.IP.feed(switches, List.of("-batch", "-"), lines);
    for (Node node : plan.nodes()) {
      Namespace namespace = namespace(node.name());
      HostTool.IP.feed(namespace, List.of("-batch", "-"), Wiring.configuration(node));
      if (!node.ways().isEmpty()) {
        HostTool.NFT.feed(namespace, List.of("-f", "-"), Wiring.gate(node.ways()));
        Wiring.forward(namespace);
      }
    }
  }

  @Override
  public FabricKind kind() {
    return FabricKind.NETNS;
  }

  @Override
  public Host host(AssetId asset) {
    return new NetnsHost(asset, plan.address(asset).inet(), namespace(asset.value()));
  }

  @Override
  public Host instrument(AssetId client, AssetId server) {
    if (plant.enforcedBetween(client, server).isEmpty()) {
      return host(client);
    }
    return new NetnsHost(
        client,
        NetworkPlan.instrument(plan.address(server).segment()).inet(),
        namespace(NetworkPlan.INSTRUMENT));
  }

  @Override
  public Place product() {
    return namespace(NetworkPlan.PRODUCT);
  }

  @Override
  public Place services() {
    return namespace(NetworkPlan.SERVICES);
  }

  @Override
  public InetSocketAddress server(AssetId controller, int port) {
    return new InetSocketAddress(plan.address(controller).inet(), port);
  }

  @Override
  public InetSocketAddress front(ConduitId conduit, AssetId controller, int port) {
    Address door = plan.doors().get(new Door(conduit, controller));
    if (door == null) {
      throw new IllegalArgumentException(
          "conduit " + conduit + " leads no client to " + controller);
    }
    return new InetSocketAddress(door.inet(), port);
  }

  @Override
  public InetSocketAddress service(String name) {
    return new InetSocketAddress(plan.services().inet(), 0);
  }

  @Override
  public void routeThroughProduct() throws IOException, InterruptedException {
    Wiring.forward(namespace(NetworkPlan.PRODUCT));
  }

  @Override
  public Optional<String> entry(AssetId asset) {
    return Optional.of(namespace(asset.value()).entry());
  }

  private Namespace namespace(String node) {
    Namespace namespace = namespaces.get(node);
    if (namespace == null) {
      throw new IllegalArgumentException("the network has no " + node);
    }
    return namespace;
  }

  @Override
  public void close() {
    namespaces.values().forEach(Namespace::close);
    switches.close();
  }
}
