package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.runner.wire.Wire;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Network;

/** Abuses a fabric whose hosts have networks of their own. */
public final class Ways implements Network, AutoCloseable {
  private final Ground ground;
  private final Legs legs;
  private final Knocking knocking;
  private final Theft theft;
  private final Smuggling smuggling;
  private final Function<Call, ClientSettings> clients;

  /**
   * @param declaredPass whether what the plant declares is to reach the servers themselves, for
   *     clients do not speak to the product
   * @param clients how a call is dialled
   * @param harm is run when stations begin to suffer from what is done here
   */
  public Ways(
      Ground ground,
      boolean declaredPass,
      Function<Call, ClientSettings> clients,
      RandomGenerator random,
      Runnable harm) {
    this.ground = ground;
    this.legs = new Legs(ground.wire(), ground.clock());
    this.knocking = new Knocking(ground.plant(), ground.fabric(), ground.clock(), declaredPass);
    this.theft = new Theft(ground.fabric(), legs, harm);
    this.smuggling = new Smuggling(legs, random);
    this.clients = clients;
  }

  /** Where all this happens, and what it is seen by. */
  public record Ground(Plant plant, Fabric fabric, Wire wire, NanoClock clock) {}

  /** The hosts from which somebody may act: those that control nothing. */
  static List<Asset> clients(Plant plant) {
    return plant.assets().stream()
        .filter(a -> !(a instanceof Asset.FieldDevice) && !(a instanceof Asset.Controller))
        .toList();
  }

  @Override
  public List<Knock> knockEverywhere() throws InterruptedException {
    return told(knocking::everywhere);
  }

  @Override
  public List<Forgery> forgeEverywhere() throws InterruptedException {
    return told(() -> new Forging(ground.plant(), ground.fabric(), legs).everywhere());
  }

  @Override
  public List<Pushed> pushBack() throws InterruptedException {
    return told(() -> new Backflow(ground.plant(), ground.fabric(), ground.clock()).everywhere());
  }

  @Override
  public List<Aside> askAside(AssetId host, ZoneId zone) throws InterruptedException {
    return told(() -> new SideDoor(ground.plant(), ground.fabric(), legs).ask(host, zone));
  }

  @Override
  public boolean takeAddress(AssetId thief, AssetId victim) throws InterruptedException {
    return told(() -> theft.take(thief, victim));
  }

  @Override
  public void giveAddressesBack() {
    theft.close();
  }

  @Override
  public Set<String> languages() {
    return Cargo.languages();
  }

  @Override
  public Smuggled smuggle(Call call, String language) throws InterruptedException {
    Cargo cargo = Cargo.of(language);
    ClientSettings client = clients.apply(call);
    return told(
        () ->
            smuggling.smuggle(
                client, ground.fabric().server(call.server(), client.spec().port()), cargo));
  }

  private interface Trial<T> {
    T run() throws IOException, InterruptedException;
  }

  /** What the bench's own host refuses breaks the trial off. */
  private static <T> T told(Trial<T> trial) throws InterruptedException {
    try {
      return trial.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the trial broke off: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    theft.close();
  }
}
