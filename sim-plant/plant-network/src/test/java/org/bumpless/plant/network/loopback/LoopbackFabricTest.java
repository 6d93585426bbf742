package org.bumpless.plant.network.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On blocks of addresses that benches do not use, so that no bench on this machine is disturbed.
 */
class LoopbackFabricTest {
  private static final int FIRST = 20;
  private static final int LAST = 22;
  private static Plant plant;

  private final List<LoopbackFabric> open = new ArrayList<>();

  @BeforeAll
  static void readPlant() throws BadFileException {
    plant = PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"));
  }

  @AfterEach
  void closeAll() {
    open.forEach(LoopbackFabric::close);
  }

  @Test
  void everyAssetHasAnAddressOfItsOwnOnTheLoopback() throws IOException {
    LoopbackFabric fabric = fabric();
    List<Asset> hosts =
        plant.assets().stream().filter(a -> !(a instanceof Asset.FieldDevice)).toList();

    Set<InetAddress> addresses = new HashSet<>();
    for (Asset asset : hosts) {
      Host host = fabric.host(asset.id());
      assertThat(host.id()).isEqualTo(asset.id());
      assertThat(host.address().isLoopbackAddress()).as(host.toString()).isTrue();
      addresses.add(host.address());
    }
    assertThat(addresses).hasSameSizeAs(hosts);
    assertThat(fabric.kind()).isEqualTo(FabricKind.LOOPBACK);
  }

  @Test
  void equipmentOnWiresHasNoAddress() throws IOException {
    LoopbackFabric fabric = fabric();

    assertThatThrownBy(() -> fabric.host(new AssetId("T-101")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plant has no asset T-101");
  }

  @Test
  void assetsOfOneZoneShareItsNetworkAndNoOther() throws IOException {
    LoopbackFabric fabric = fabric();

    assertThat(network(fabric, "LIC-101")).isEqualTo(network(fabric, "LIC-105"));
    assertThat(network(fabric, "LIC-101")).isNotEqualTo(network(fabric, "LIC-201"));
    assertThat(network(fabric, "LIC-101")).isNotEqualTo(network(fabric, "HMI-1"));
  }

  @Test
  void noDoorServerOrServiceStandsWhereAnotherDoes() throws IOException {
    assertThat(places(fabric())).doesNotHaveDuplicates();
  }

  @Test
  void twoBenchesAtOnceDoNotMeet() throws IOException {
    List<InetSocketAddress> first = places(fabric());
    List<InetSocketAddress> second = places(fabric());

    assertThat(first)
        .extracting(InetSocketAddress::getAddress)
        .doesNotContainAnyElementsOf(second.stream().map(InetSocketAddress::getAddress).toList());
  }

  @Test
  void whenAllBlocksAreTakenTheMessageSaysByWhomAndAfterwardsOneIsFreeAgain() throws IOException {
    for (int block = FIRST; block <= LAST; block++) {
      fabric();
    }

    assertThatThrownBy(this::fabric)
        .isInstanceOf(IOException.class)
        .hasMessage(
            "no block of loopback addresses is free, from 127.20.0.1 to 127.22.0.1, port 40961: 3"
                + " benches run already; stop one of them");

    open.get(1).close();
    assertThat(fabric().host(new AssetId("EWS-1")).address().getHostAddress())
        .as("the block of the bench that has ended")
        .startsWith("127.21.");
  }

  @Test
  void closingTwiceIsNoFault() throws IOException {
    LoopbackFabric fabric = fabric();
    fabric.close();
    fabric.close();
  }

  @Test
  void aServerIsReachedAtItsAddressAndSeesWhereItsClientStands() throws IOException {
    LoopbackFabric fabric = fabric();
    Host client = fabric.host(new AssetId("EWS-1"));
    InetSocketAddress bind = fabric.server(new AssetId("LIC-101"), 4840);

    try (ServerSocket server = new ServerSocket()) {
      server.bind(bind);
      try (Socket socket = client.sockets().createSocket()) {
        assertThat(socket.isBound()).as("who uses it binds it").isFalse();
        socket.bind(new InetSocketAddress(client.address(), 0));
        socket.connect(bind, 5_000);
        try (Socket accepted = server.accept()) {
          assertThat(accepted.getInetAddress()).isEqualTo(client.address());
        }
      }
    }
    assertThat(bind.getPort()).isEqualTo(4840);
  }

  @Test
  void portsThatNeedAPrivilegeAreMovedUpWhereThereIsNone() throws IOException {
    LoopbackFabric fabric = fabric();
    boolean privileged = canBind(new InetSocketAddress("127.20.0.3", 503));

    assertThat(fabric.server(new AssetId("LIC-101"), 502).getPort())
        .isEqualTo(privileged ? 502 : 10_502);
    assertThat(fabric.front(new ConduitId("site-to-cell-1"), new AssetId("LIC-101"), 502).getPort())
        .as("doors as servers")
        .isEqualTo(privileged ? 502 : 10_502);
  }

  @Test
  void doorsOfUnknownConduitsAndControllersAreRefused() throws IOException {
    LoopbackFabric fabric = fabric();

    assertThatThrownBy(() -> fabric.front(new ConduitId("no-such"), new AssetId("LIC-101"), 502))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plant has no conduit no-such");
    assertThatThrownBy(
            () -> fabric.front(new ConduitId("site-to-cell-1"), new AssetId("LIC-999"), 502))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the plant has no asset LIC-999");
  }

  @Test
  void aServiceKeepsItsAddressAndAnyPort() throws IOException {
    LoopbackFabric fabric = fabric();

    assertThat(fabric.service("pdp")).isEqualTo(fabric.service("pdp"));
    assertThat(fabric.service("pdp")).isNotEqualTo(fabric.service("services"));
    assertThat(fabric.service("pdp").getPort()).isZero();
  }

  @Test
  void threadsOfAHostBearItsNameAndDoNotKeepTheBenchAlive() throws IOException {
    Thread thread = fabric().host(new AssetId("SCADA-1")).threads("poll").newThread(() -> {});

    assertThat(thread.getName()).isEqualTo("SCADA-1-poll-0");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.isVirtual()).isFalse();
  }

  @Test
  void aPlantWithMoreZonesThanAddressesIsRefusedAndNoBlockStaysClaimed() throws IOException {
    List<Zone> zones =
        IntStream.range(0, 127)
            .mapToObj(
                i ->
                    new Zone(
                        new ZoneId("zone-" + i),
                        "a zone",
                        PurdueLevel.L1,
                        SecurityLevel.SL1,
                        false))
            .toList();
    Plant large =
        new Plant(
            plant.id(),
            plant.title(),
            zones,
            plant.conduits(),
            plant.assets(),
            plant.flows(),
            plant.process(),
            plant.safetyFunctions());

    assertThatThrownBy(() -> LoopbackFabric.of(large, FIRST, LAST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the plant is too large for the loopback fabric: it has 127 zones, 20 conduits and 29"
                + " hosts; 126, 127 and 254 are the limit");
    assertThat(fabric().host(new AssetId("EWS-1")).address().getHostAddress())
        .startsWith("127.20.");
  }

  private LoopbackFabric fabric() throws IOException {
    LoopbackFabric fabric = LoopbackFabric.of(plant, FIRST, LAST);
    open.add(fabric);
    return fabric;
  }

  /** Servers, doors and services, with the ports of the plant. */
  private static List<InetSocketAddress> places(LoopbackFabric fabric) {
    List<InetSocketAddress> places = new ArrayList<>();
    for (Asset.Controller controller : plant.assets(Asset.Controller.class)) {
      for (int port : new int[] {502, 4840}) {
        places.add(fabric.server(controller.id(), port));
        for (Conduit conduit : plant.conduits()) {
          places.add(fabric.front(conduit.id(), controller.id(), port));
        }
      }
    }
    places.add(fabric.service("pdp"));
    places.add(fabric.service("services"));
    return Collections.unmodifiableList(places);
  }

  private static String network(LoopbackFabric fabric, String asset) {
    String address = fabric.host(new AssetId(asset)).address().getHostAddress();
    return address.substring(0, address.lastIndexOf('.'));
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(address);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
