package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Card;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.Mask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts that bear the addresses of others, or stand in two zones. */
@Timeout(60)
class NetnsAbuseTest {
  private static final int PORT = 4712;
  private static final int SHORT_WAIT_MILLIS = 300;
  private static final int LONG_WAIT_MILLIS = 10_000;
  private static final AssetId THIEF = new AssetId("LIC-101");
  private static final AssetId VICTIM = new AssetId("LIC-102");
  private static final AssetId NEIGHBOUR = new AssetId("LIC-103");
  private static final AssetId ELSEWHERE = new AssetId("LIC-201");

  private static NetnsFabric fabric;

  @BeforeAll
  static void wire() throws Exception {
    RealNamespaces.require();
    fabric = NetnsFabric.of(PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml")));
  }

  @AfterAll
  static void unwire() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @Test
  void whoWearsAMaskSendsUnderTheAddressOfAnother() throws Exception {
    InetAddress claimed = fabric.host(ELSEWHERE).address();
    try (DatagramSocket ear = udp(NEIGHBOUR, fabric.host(NEIGHBOUR).address())) {
      ear.setSoTimeout(LONG_WAIT_MILLIS);
      try (Mask _ = fabric.mask(THIEF, List.of(ELSEWHERE)).orElseThrow();
          DatagramSocket mouth = udp(THIEF, claimed)) {
        say(mouth, "I am another", fabric.host(NEIGHBOUR).address());
      }
      assertThat(hear(ear).getAddress()).isEqualTo(claimed);
    }
    assertThatThrownBy(() -> udp(THIEF, claimed)).isInstanceOf(IOException.class);
  }

  @Test
  void whoTakesAnAddressGetsWhatTheProductSendsToItUntilItIsGivenBack() throws Exception {
    InetAddress stolen = fabric.host(VICTIM).address();
    try (DatagramSocket mouth = fabric.product().within(() -> new DatagramSocket());
        DatagramSocket victim = udp(VICTIM, stolen)) {
      victim.setSoTimeout(LONG_WAIT_MILLIS);
      say(mouth, "before", stolen);
      assertThat(words(hear(victim))).isEqualTo("before");
      victim.setSoTimeout(SHORT_WAIT_MILLIS);
      try (Mask mask = fabric.mask(THIEF, List.of(VICTIM)).orElseThrow();
          DatagramSocket thief = udp(THIEF, stolen)) {
        thief.setSoTimeout(LONG_WAIT_MILLIS);
        mask.announce();
        say(mouth, "secret", stolen);
        assertThat(words(hear(thief))).isEqualTo("secret");
        assertThatThrownBy(() -> hear(victim)).isInstanceOf(SocketTimeoutException.class);
      }
      victim.setSoTimeout(LONG_WAIT_MILLIS);
      say(mouth, "after", stolen);
      assertThat(words(hear(victim))).isEqualTo("after");
    }
  }

  @Test
  void aSecondCardReachesTheHostsOfItsZoneAndGoesAgain() throws Exception {
    InetSocketAddress door = new InetSocketAddress(fabric.host(ELSEWHERE).address(), PORT);
    Host host = fabric.host(new AssetId("INTRUDER-L2"));
    try (ServerSocket server =
        fabric.host(ELSEWHERE).within(() -> new ServerSocket(PORT, 1, door.getAddress()))) {
      server.setSoTimeout(LONG_WAIT_MILLIS);
      assertThatThrownBy(() -> connect(host, door)).isInstanceOf(IOException.class);
      try (Card _ = fabric.card(host.id(), new ZoneId("cell-2")).orElseThrow();
          Socket there = connect(host, door);
          Socket accepted = server.accept()) {
        assertThat(accepted.getInetAddress()).isEqualTo(NetworkPlan.card(segment()).inet());
        assertThat(there.getPort()).isEqualTo(PORT);
      }
      assertThatThrownBy(() -> connect(host, door)).isInstanceOf(IOException.class);
    }
    assertThat(host.<Boolean, IOException>within(() -> plugged(NetnsCard.PLUG))).isFalse();
  }

  private static boolean plugged(String device) throws IOException {
    return NetworkInterface.getByName(device) != null;
  }

  private static int segment() throws Exception {
    return NetworkPlan.of(PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml")))
        .segment(new ZoneId("cell-2"));
  }

  private static Socket connect(Host host, InetSocketAddress door) throws Exception {
    return host.within(
        () -> {
          Socket socket = new Socket();
          socket.connect(door, SHORT_WAIT_MILLIS);
          return socket;
        });
  }

  private static DatagramSocket udp(AssetId asset, InetAddress address) throws Exception {
    return fabric.host(asset).within(() -> new DatagramSocket(PORT, address));
  }

  private static void say(DatagramSocket mouth, String words, InetAddress to) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
    mouth.send(new DatagramPacket(bytes, bytes.length, to, PORT));
  }

  private static DatagramPacket hear(DatagramSocket ear) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    ear.receive(packet);
    return packet;
  }

  private static String words(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
  }
}
