package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.runner.realtime.RealTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KnownRelayTest {
  private static final Duration DELAY = Duration.ofMillis(3);

  private static Fabric fabric;
  private static Host host;

  @BeforeAll
  static void wire() throws Exception {
    fabric = Fabrics.make(FabricKind.LOOPBACK, PlantFile.read(Path.of("../plants/tank-farm.yaml")));
    host = fabric.host(new AssetId("SCADA-1"));
  }

  @AfterAll
  static void unwire() {
    fabric.close();
  }

  @Test
  void requestsAreKeptAndAnswersAreNot() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, host.address());
        KnownRelay relay = relay(server, DELAY);
        Socket client = dial(relay.door());
        Socket behind = server.accept()) {
      for (int i = 0; i < 20; i++) {
        assertThat(said(client, behind, "question " + i)).isEqualTo("question " + i);
        assertThat(said(behind, client, "answer " + i)).isEqualTo("answer " + i);
      }
      assertThat(relay.keptNanos()).isGreaterThanOrEqualTo(DELAY.toNanos());
      assertThat(relay.requests()).isEqualTo(20);
      relay.forget();
      assertThat(relay.requests()).isZero();
    }
  }

  @Test
  void aRelayThatKeepsNothingSaysSo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, host.address());
        KnownRelay relay = relay(server, Duration.ZERO);
        Socket client = dial(relay.door());
        Socket behind = server.accept()) {
      assertThat(said(client, behind, "question")).isEqualTo("question");
      assertThat(relay.keptNanos()).isLessThan(DELAY.toNanos());
    }
  }

  @Test
  void whoHangsUpIsHungUpOnAtTheOtherEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, host.address());
        KnownRelay relay = relay(server, DELAY)) {
      Socket client = dial(relay.door());
      try (Socket behind = server.accept()) {
        client.close();
        assertThat(behind.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void whatIsClosedAnswersNobodyAndLeavesNoThread() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, host.address())) {
      KnownRelay relay = relay(server, DELAY);
      InetSocketAddress door = relay.door();
      try (Socket client = dial(door);
          Socket _ = server.accept()) {
        relay.close();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
      assertThatThrownBy(() -> dial(door)).isInstanceOf(ConnectException.class);
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.contains("relay"));
    }
  }

  private static KnownRelay relay(ServerSocket server, Duration delay) throws Exception {
    return new KnownRelay(
        host, (InetSocketAddress) server.getLocalSocketAddress(), delay, RealTime.ordinary());
  }

  private static Socket dial(InetSocketAddress door) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(10_000);
    socket.connect(door);
    return socket;
  }

  private static String said(Socket from, Socket to, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    from.getOutputStream().write(bytes);
    return new String(to.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
  }
}
