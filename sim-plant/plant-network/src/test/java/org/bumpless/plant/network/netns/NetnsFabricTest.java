package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real namespaces, real packets. Nothing leaves them: they have no way out. */
class NetnsFabricTest {
  private static final int PORT = 502;
  private static final int SOON_MILLIS = 400;
  private static final ConduitId SITE_TO_CELL = new ConduitId("site-to-cell-1");

  private static Plant plant;
  private static NetnsFabric fabric;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void wire() throws Exception {
    RealNamespaces.require();
    plant = PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"));
    fabric = NetnsFabric.of(plant);
  }

  @AfterAll
  static void unwire() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void aConduitWithoutAProductLeadsFromClientToServer() throws Exception {
    ServerSocket server = listen(host("LIC-101"), address("LIC-101"));

    try (Socket client = dial(host("HMI-1"), address("LIC-101"));
        Socket accepted = server.accept()) {
      assertThat(accepted.getInetAddress()).isEqualTo(host("HMI-1").address());
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void itDoesNotLeadBack() throws Exception {
    ServerSocket server = listen(host("HMI-1"), host("HMI-1").address());

    assertUnreachable(host("LIC-101"), host("HMI-1").address());
    assertNobodyCame(server);
  }

  @Test
  void thereIsNoWayAroundAProductThatIsSpokenToItself() throws Exception {
    ServerSocket server = listen(host("LIC-102"), address("LIC-102"));

    for (String client : List.of("INTRUDER-L4", "EWS-1", "SCADA-1", "AGG-1")) {
      assertUnreachable(host(client), address("LIC-102"));
    }
    assertNobodyCame(server);
  }

  @Test
  void theProductIsReachedAtItsDoorAndReachesTheController() throws Exception {
    InetSocketAddress door = fabric.front(SITE_TO_CELL, new AssetId("LIC-103"), PORT);
    ServerSocket front = listen(fabric.product(), door.getAddress());
    ServerSocket controller = listen(host("LIC-103"), address("LIC-103"));

    try (Socket client = dial(host("SCADA-1"), door.getAddress());
        Socket inside = front.accept();
        Socket onwards = fabric.product().within(() -> new Socket(address("LIC-103"), PORT));
        Socket reached = controller.accept()) {
      assertThat(client.isConnected()).isTrue();
      assertThat(inside.getInetAddress()).isEqualTo(host("SCADA-1").address());
      assertThat(onwards.isConnected()).isTrue();
      assertThat(reached.getInetAddress().getHostAddress()).endsWith(".254.1");
    }
  }

  @Test
  void theInstrumentMeasuresPastTheProduct() throws Exception {
    ServerSocket server = listen(host("LIC-104"), address("LIC-104"));
    Host instrument = fabric.instrument(new AssetId("SCADA-1"), new AssetId("LIC-104"));

    try (Socket client = dial(instrument, address("LIC-104"));
        Socket accepted = server.accept()) {
      assertThat(client.isConnected()).isTrue();
      assertThat(accepted.getInetAddress()).isEqualTo(instrument.address());
    }
    assertThat(fabric.instrument(new AssetId("HMI-1"), new AssetId("LIC-104")))
        .isEqualTo(host("HMI-1"));
  }

  @Test
  void aProductThatRoutesLetsPacketsThrough() throws Exception {
    try (NetnsFabric routed = NetnsFabric.of(plant)) {
      routed.routeThroughProduct();
      Host controller = routed.host(new AssetId("LIC-201"));
      ServerSocket server = listen(controller, controller.address());

      try (Socket client = dial(routed.host(new AssetId("INTRUDER-L4")), controller.address());
          Socket accepted = server.accept()) {
        assertThat(client.isConnected()).isTrue();
        assertThat(accepted.getInetAddress())
            .isEqualTo(routed.host(new AssetId("INTRUDER-L4")).address());
      }
    }
  }

  @Test
  void twoBenchesDoNotSeeEachOther() throws Exception {
    ServerSocket server = listen(host("LIC-301"), address("LIC-301"));
    try (NetnsFabric other = NetnsFabric.of(plant)) {
      assertThat(other.host(new AssetId("LIC-301")).address()).isEqualTo(address("LIC-301"));
      assertUnreachable(other.host(new AssetId("HMI-1")), address("LIC-301"));
    }
    assertNobodyCame(server);
  }

  @Test
  void noHostReachesAnythingOutside() throws Exception {
    InetAddress outside = InetAddress.getByName("192.0.2.1"); // TEST-NET-1, RFC 5737

    for (Asset asset : plant.assets()) {
      if (!(asset instanceof Asset.FieldDevice)) {
        Host host = fabric.host(asset.id());
        assertThatThrownBy(() -> dial(host, outside))
            .as(asset.id().value())
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("unreachable");
      }
    }
    assertThatThrownBy(() -> fabric.product().within(() -> new Socket(outside, PORT)))
        .hasMessageContaining("unreachable");
  }

  @Test
  void nothingIsPassedOnOrLearntButThroughConduits() throws Exception {
    for (Node node : NetworkPlan.of(plant).nodes()) {
      String forwarded = node.ways().isEmpty() ? "0" : "1";
      assertThat(read(node, Wiring.FORWARD)).as(node.name()).isEqualTo(forwarded);
      for (String devices : List.of("all", "default")) {
        for (String setting : Wiring.OFF) {
          assertThat(read(node, "net/ipv4/conf/" + devices + "/" + setting))
              .as("%s of %s devices of %s", setting, devices, node.name())
              .isEqualTo(setting.equals("forwarding") ? forwarded : "0");
        }
      }
    }
  }

  @Test
  void noClientSpeaksFromAPortAtWhichOthersListen() throws Exception {
    for (Node node : NetworkPlan.of(plant).nodes()) {
      assertThat(read(node, Wiring.RESERVED)).as(node.name()).isEqualTo(Wiring.OTHERS_PORTS);
    }
  }

  @Test
  void neighboursAreRememberedAtEveryLeg() throws Exception {
    for (Node node : NetworkPlan.of(plant).nodes()) {
      for (Node.Leg leg : node.legs()) {
        assertThat(read(node, Wiring.neighbours(leg)))
            .as("%s of %s", leg.device(), node.name())
            .isEqualTo(Wiring.REMEMBER_NEIGHBOURS_MILLIS);
      }
    }
  }

  private static String read(Node node, String setting) throws Exception {
    return fabric.namespace(node.id()).within(() -> KernelSettings.read(setting));
  }

  @Test
  void whatIsClosedIsGone() throws Exception {
    long before = openNamespaces();
    NetnsFabric passing = NetnsFabric.of(plant);
    assertThat(openNamespaces())
        .isGreaterThan(before + plant.assets(Asset.Controller.class).size());

    passing.close();

    assertThat(openNamespaces()).isEqualTo(before);
    assertThatThrownBy(() -> dial(passing.host(new AssetId("HMI-1")), address("LIC-101")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the network of HMI-1 is gone");
  }

  @Test
  void threeHundredHostsFindEachOther() throws Exception {
    List<Asset> hosts =
        IntStream.range(0, 300)
            .mapToObj(i -> Plants.host("HOST-" + i, i < 250 ? "wide" : "narrow"))
            .toList();
    Plant large =
        Plants.of(
            List.of("wide", "narrow"),
            List.of(Plants.conduit("across", "wide", "narrow", Enforcement.NONE)),
            hosts);
    try (NetnsFabric many = NetnsFabric.of(large)) {
      Host last = many.host(hosts.getLast().id());
      ServerSocket server = listen(last, last.address());
      for (Asset asset : hosts.subList(0, 250)) {
        try (Socket _ = dial(many.host(asset.id()), last.address());
            Socket accepted = server.accept()) {
          assertThat(accepted.getInetAddress()).isEqualTo(many.host(asset.id()).address());
        }
      }
    }
  }

  @Test
  void aToolThatRefusesIsQuoted() throws Exception {
    try (Namespace namespace = Namespace.create("trial")) {
      assertThatThrownBy(
              () ->
                  HostTool.IP.feed(
                      namespace, List.of("-batch", "-"), List.of("link set nowhere up")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ip refused in trial")
          .hasMessageContaining("nowhere");
    }
  }

  private static long openNamespaces() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(NetnsFabricTest::isNamespace).count();
    }
  }

  private static boolean isNamespace(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("net:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static Host host(String asset) {
    return fabric.host(new AssetId(asset));
  }

  private static InetAddress address(String asset) {
    return host(asset).address();
  }

  private ServerSocket listen(Place place, InetAddress address) throws Exception {
    ServerSocket server =
        place.within(
            () -> {
              ServerSocket socket = new ServerSocket();
              socket.bind(new InetSocketAddress(address, PORT));
              socket.setSoTimeout(SOON_MILLIS);
              return socket;
            });
    open.add(server);
    return server;
  }

  private static Socket dial(Host host, InetAddress address) throws IOException {
    Socket socket = bound(host);
    try {
      socket.connect(new InetSocketAddress(address, PORT), SOON_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket bound(Host host) throws IOException {
    Socket socket = host.sockets().createSocket();
    try {
      socket.bind(new InetSocketAddress(host.address(), 0));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void assertUnreachable(Host host, InetAddress address) throws IOException {
    try (Socket socket = bound(host)) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, PORT), SOON_MILLIS))
          .as("%s to %s", host.id(), address)
          .isInstanceOfAny(
              ConnectException.class, NoRouteToHostException.class, SocketTimeoutException.class);
    }
  }

  private static void assertNobodyCame(ServerSocket server) {
    assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
  }
}
