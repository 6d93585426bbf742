package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Card;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.Mask;
import org.bumpless.plant.network.Place;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.network.netns.NetworkPlan.Door;
import org.bumpless.plant.network.netns.NodeId.OfAsset;
import org.bumpless.plant.network.netns.NodeId.OfBench;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;

/** A fabric of network namespaces. Nothing on it reaches anything outside it. */
public final class NetnsFabric implements Fabric {
  private final Plant plant;
  private final NetworkPlan plan;
  private final Network network;

  private NetnsFabric(Plant plant, NetworkPlan plan, Network network) {
    this.plant = plant;
    this.plan = plan;
    this.network = network;
  }

  /** Why this host cannot carry such a fabric, with the remedy; empty if it can. */
  public static Optional<String> obstacle() throws InterruptedException {
    return Trial.obstacle();
  }

  /**
   * Makes the network of a plant.
   *
   * @throws IOException if the host refuses; nothing is left then
   * @throws IllegalArgumentException if the plant is too large, or joins zones in ways that one
   *     network cannot tell apart
   */
  public static NetnsFabric of(Plant plant) throws IOException, InterruptedException {
    NetworkPlan plan = NetworkPlan.of(plant);
    return new NetnsFabric(plant, plan, Network.of(plan.nodes(), plan.segments()));
  }

  @Override
  public FabricKind kind() {
    return FabricKind.NETNS;
  }

  @Override
  public Host host(AssetId asset) {
    return new NetnsHost(asset, plan.address(asset).inet(), namespace(asset));
  }

  @Override
  public Host instrument(AssetId client, AssetId server) {
    if (plant.enforcedBetween(client, server).isEmpty()) {
      return host(client);
    }
    return new NetnsHost(
        client,
        NetworkPlan.instrument(plan.address(server).segment()).inet(),
        namespace(OfBench.INSTRUMENT));
  }

  @Override
  public Place product() {
    return namespace(OfBench.PRODUCT);
  }

  @Override
  public Place services() {
    return namespace(OfBench.SERVICES);
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
    Wiring.forward(namespace(OfBench.PRODUCT));
  }

  @Override
  public Optional<Tap> tap(FrameSink sink) throws IOException, InterruptedException {
    List<Tap.Leg> legs = plan.productLegs();
    return legs.isEmpty()
        ? Optional.empty()
        : Optional.of(NetnsTap.open(namespace(OfBench.PRODUCT), legs, sink));
  }

  @Override
  public Optional<Cable> cable(Plug plug, NanoClock clock, SplittableGenerator random) {
    return Optional.of(
        switch (plug) {
          case Plug.OfAsset(var asset) ->
              network.cable(new OfAsset(asset), plan.address(asset).segment(), clock, random);
          case Plug.OfProduct(var zone) ->
              network.cable(OfBench.PRODUCT, plan.segment(zone), clock, random);
        });
  }

  @Override
  public Optional<Mask> mask(AssetId host, Collection<AssetId> others)
      throws IOException, InterruptedException {
    return Optional.of(
        NetnsMask.put(
            namespace(host),
            others.stream()
                .map(other -> new NetnsMask.Worn(plan.address(other), namespace(other)))
                .toList()));
  }

  @Override
  public Optional<Card> card(AssetId host, ZoneId zone) throws IOException, InterruptedException {
    int segment = plan.segment(zone);
    return Optional.of(
        NetnsCard.plug(
            namespace(host),
            network.switches(),
            network.spare(segment),
            NetworkPlan.card(segment),
            plan.hosts().values().stream().filter(a -> a.segment() == segment).toList()));
  }

  @Override
  public Optional<String> entry(AssetId asset) {
    return Optional.of(namespace(asset).entry());
  }

  /** For tests, which look at what the bench has made. */
  Namespace namespace(NodeId node) {
    return network.namespace(node);
  }

  /** For tests. */
  Namespace switches() {
    return network.switches();
  }

  private Namespace namespace(AssetId asset) {
    return network.namespace(new OfAsset(asset));
  }

  @Override
  public void close() {
    network.close();
  }
}
