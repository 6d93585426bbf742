package org.bumpless.plant.network.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
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
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.Tap;
import org.bumpless.plant.time.NanoClock;

/**
 * A fabric on the loopback interface: {@code 127.B.zone.host} for assets, {@code 127.B.(128 +
 * conduit).host} for the product's doors, {@code 127.B.1.n} for services of the site. B is claimed
 * for the run, so that benches that run at the same time do not meet.
 */
public final class LoopbackFabric implements Fabric {
  private static final int FIRST_BLOCK = 64;
  private static final int LAST_BLOCK = 126;
  private static final int CLAIM_PORT = 40_961;
  private static final int FIRST_CONDUIT = 128;
  private static final int FIRST_ZONE = 2;
  private static final int LAST_OCTET = 254;
  private static final int PRIVILEGED = 1024;
  private static final int PRIVILEGED_PROBE = 502;
  private static final int SHIFT = 10_000;

  private final int block;
  private final ServerSocket claim;
  private final boolean shifted;
  private final Map<AssetId, LoopbackHost> hosts;
  private final Map<ConduitId, Integer> conduits;
  private final Map<String, Integer> services = new HashMap<>();

  private LoopbackFabric(int block, ServerSocket claim, Plant plant) {
    this.block = block;
    this.claim = claim;
    this.shifted = !canBind(PRIVILEGED_PROBE);
    this.hosts = hosts(plant);
    this.conduits = number(plant);
  }

  /**
   * Claims a block of addresses for a plant.
   *
   * @throws IOException if all blocks are taken by other benches
   * @throws IllegalArgumentException if the plant has more zones, conduits or hosts than there are
   *     addresses for
   */
  public static LoopbackFabric of(Plant plant) throws IOException {
    return of(plant, FIRST_BLOCK, LAST_BLOCK);
  }

  static LoopbackFabric of(Plant plant, int firstBlock, int lastBlock) throws IOException {
    requireRoom(plant);
    for (int block = firstBlock; block <= lastBlock; block++) {
      ServerSocket claim = new ServerSocket();
      try {
        claim.bind(new InetSocketAddress(address(block, 0, 1), CLAIM_PORT));
        return new LoopbackFabric(block, claim, plant);
      } catch (IOException taken) {
        claim.close();
      } catch (RuntimeException e) {
        claim.close();
        throw e;
      }
    }
    throw new IOException(
        "no block of loopback addresses is free, from 127.%d.0.1 to 127.%d.0.1, port %d: %d benches run already; stop one of them"
            .formatted(firstBlock, lastBlock, CLAIM_PORT, lastBlock - firstBlock + 1));
  }

  private static void requireRoom(Plant plant) {
    long hosts = plant.assets().stream().filter(a -> !(a instanceof Asset.FieldDevice)).count();
    int zones = FIRST_CONDUIT - FIRST_ZONE;
    int conduits = LAST_OCTET - FIRST_CONDUIT + 1;
    if (plant.zones().size() > zones || plant.conduits().size() > conduits || hosts > LAST_OCTET) {
      throw new IllegalArgumentException(
          "the plant is too large for the loopback fabric: it has %d zones, %d conduits and %d hosts; %d, %d and %d are the limit"
              .formatted(
                  plant.zones().size(),
                  plant.conduits().size(),
                  hosts,
                  zones,
                  conduits,
                  LAST_OCTET));
    }
  }

  @Override
  public FabricKind kind() {
    return FabricKind.LOOPBACK;
  }

  @Override
  public Host host(AssetId asset) {
    LoopbackHost host = hosts.get(asset);
    if (host == null) {
      throw new IllegalArgumentException("the plant has no asset " + asset);
    }
    return host;
  }

  @Override
  public Host instrument(AssetId client, AssetId server) {
    return host(client);
  }

  @Override
  public Place product() {
    return new LoopbackPlace("product");
  }

  @Override
  public Place services() {
    return new LoopbackPlace("services");
  }

  @Override
  public InetSocketAddress server(AssetId controller, int port) {
    return new InetSocketAddress(host(controller).address(), port(port));
  }

  @Override
  public InetSocketAddress front(ConduitId conduit, AssetId controller, int port) {
    Integer number = conduits.get(conduit);
    if (number == null) {
      throw new IllegalArgumentException("the plant has no conduit " + conduit);
    }
    int last = 1 + List.copyOf(hosts.keySet()).indexOf(host(controller).id());
    return new InetSocketAddress(address(block, FIRST_CONDUIT + number, last), port(port));
  }

  @Override
  public synchronized InetSocketAddress service(String name) {
    int number = services.computeIfAbsent(name, n -> services.size() + 1);
    return new InetSocketAddress(address(block, 1, number), 0);
  }

  /** Everybody reaches everybody on the loopback: there is nothing to route. */
  @Override
  public void routeThroughProduct() {}

  /** Here everything is the one loopback interface of the host, which belongs to others too. */
  @Override
  public Optional<Tap> tap(FrameSink sink) {
    return Optional.empty();
  }

  @Override
  public Optional<Cable> cable(Plug plug, NanoClock clock, SplittableGenerator random) {
    return Optional.empty();
  }

  @Override
  public Optional<Mask> mask(AssetId host, Collection<AssetId> others) {
    return Optional.empty();
  }

  @Override
  public Optional<Card> card(AssetId host, ZoneId zone) {
    return Optional.empty();
  }

  @Override
  public Optional<String> entry(AssetId asset) {
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      claim.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot give the address block back: " + e, e);
    }
  }

  /** Ports below 1024 need a privilege; without it all of them are moved up. */
  private int port(int wanted) {
    return shifted && wanted < PRIVILEGED ? wanted + SHIFT : wanted;
  }

  private boolean canBind(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(address(block, 0, 2), port));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private Map<AssetId, LoopbackHost> hosts(Plant plant) {
    Map<ZoneId, Integer> zones = new HashMap<>();
    plant.zones().forEach(z -> zones.put(z.id(), FIRST_ZONE + zones.size()));
    Map<ZoneId, Integer> last = new HashMap<>();
    Map<AssetId, LoopbackHost> made = new LinkedHashMap<>();
    for (Asset asset : plant.assets()) {
      if (asset instanceof Asset.FieldDevice) {
        continue;
      }
      int zone = zones.getOrDefault(asset.zone(), FIRST_ZONE);
      int number = last.merge(asset.zone(), 1, Integer::sum);
      made.put(asset.id(), new LoopbackHost(asset.id(), address(block, zone, number)));
    }
    return made;
  }

  private static Map<ConduitId, Integer> number(Plant plant) {
    Map<ConduitId, Integer> numbers = new HashMap<>();
    for (Conduit conduit : plant.conduits()) {
      numbers.put(conduit.id(), numbers.size());
    }
    return numbers;
  }

  private static InetAddress address(int block, int third, int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) block, (byte) third, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
