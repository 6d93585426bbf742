package org.bumpless.features.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Network;

/** A network with a product in it that lets nothing through, or all. */
public final class FakeNetwork implements Network {
  private static final AssetId SERVER = new AssetId("LIC-101");
  private static final String DOOR = "modbus-tcp";

  private final boolean leaky;
  private final List<Knock> knocks;
  private final List<String> taken = new ArrayList<>();
  private boolean deaf;

  private FakeNetwork(boolean leaky, List<Knock> knocks) {
    this.leaky = leaky;
    this.knocks = knocks;
  }

  /**
   * With a product.
   *
   * @param leaky whether it lets everything through
   */
  public static FakeNetwork of(boolean leaky) {
    return new FakeNetwork(
        leaky,
        List.of(
            new Knock(new AssetId("HMI-1"), SERVER, DOOR, true, true, true),
            new Knock(new AssetId("INTRUDER-L4"), SERVER, DOOR, false, true, leaky)));
  }

  /** With a product to which nothing comes. */
  public static FakeNetwork deaf() {
    FakeNetwork network = of(false);
    network.deaf = true;
    return network;
  }

  /** Whose addresses were taken by whom, and given back. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  @Override
  public List<Knock> knockEverywhere() {
    return knocks;
  }

  @Override
  public List<Forgery> forgeEverywhere() {
    return List.of(
        new Forgery(
            new AssetId("INTRUDER-L4"), new AssetId("SCADA-1"), SERVER, DOOR, !deaf, leaky));
  }

  @Override
  public List<Pushed> pushBack() {
    return List.of(
        new Pushed(
            new ConduitId("site-to-records"),
            new AssetId("REPLICA-1"),
            new AssetId("HIST-1"),
            "udp answer",
            !deaf,
            leaky));
  }

  @Override
  public List<Aside> askAside(AssetId host, ZoneId zone) {
    return List.of(new Aside(SERVER, DOOR, !deaf, leaky));
  }

  @Override
  public boolean takeAddress(AssetId thief, AssetId victim) {
    taken.add(thief + " is " + victim);
    return !deaf;
  }

  @Override
  public void giveAddressesBack() {
    taken.add("given back");
  }

  @Override
  public Set<String> languages() {
    return Set.of("ssh", "http connect", "iso on tcp", "modbus function 100");
  }

  @Override
  public Smuggled smuggle(Call call, String language) {
    return new Smuggled(true, !deaf, leaky);
  }
}
