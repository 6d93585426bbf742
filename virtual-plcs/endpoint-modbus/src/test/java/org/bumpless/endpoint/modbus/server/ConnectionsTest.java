package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bumpless.endpoint.modbus.ModbusProvider;
import org.bumpless.endpoint.modbus.RawPeer;
import org.bumpless.endpoint.modbus.TestIdentities;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plc.cpu.NoEngineering;
import org.bumpless.plc.protocol.ServeSettings;
import org.junit.jupiter.api.Test;

/** How many may come, and what is left when the server has gone. */
class ConnectionsTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void serves_as_many_as_its_personality_says_and_closes_the_next() throws IOException {
    List<RawPeer> peers = new ArrayList<>();
    try (TestServer server = new TestServer()) {
      for (int index = 0; index < TestPlant.CONNECTIONS_MAX; index++) {
        peers.add(server.peer());
      }
      for (RawPeer peer : peers) {
        assertThat(peer.ask("04 0002 0001")).isEqualTo("0402fffd");
      }
      assertThat(server.endpoint().connections()).isEqualTo(TestPlant.CONNECTIONS_MAX);
      try (RawPeer oneTooMany = server.peer()) {
        assertThat(oneTooMany.closedByFarEnd()).isTrue();
      }
      peers.removeFirst().close();
      Awaitility.await("a place is free")
          .atMost(SOON)
          .until(() -> server.endpoint().connections() < TestPlant.CONNECTIONS_MAX);
      try (RawPeer next = server.peer()) {
        assertThat(next.ask("04 0002 0001")).isEqualTo("0402fffd");
      }
    } finally {
      for (RawPeer peer : peers) {
        peer.close();
      }
    }
  }

  @Test
  void leaves_no_connection_no_port_and_no_thread() throws IOException {
    TestServer server = new TestServer();
    InetSocketAddress address = server.endpoint().address();
    try (RawPeer idle = server.peer();
        RawPeer busy = server.peer()) {
      busy.ask("04 0002 0001");
      idle.send("0001 0000");
      server.close();
      assertThat(idle.closedByFarEnd()).isTrue();
      assertThat(busy.closedByFarEnd()).isTrue();
    }
    assertThat(server.endpoint().connections()).isZero();
    assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
        .isInstanceOf(IOException.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains(":" + address.getPort()));
    server.close();
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (TestServer first = new TestServer()) {
      InetSocketAddress taken = first.endpoint().address();
      TestIdentities identities = TestIdentities.create("plant-ca");
      ServeSettings settings =
          new ServeSettings(
              TestPlant.controller(TestPlant.tags()),
              TestPlant.spec(),
              first.tags(),
              new NoEngineering(),
              served -> {},
              taken,
              TestServer.CLOCK,
              identities.server(),
              identities.trust(),
              Map.of());
      assertThatThrownBy(() -> new ModbusProvider().serve(settings))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("LIC-101")
          .hasMessageContaining(":" + taken.getPort())
          .hasMessageContaining("in use");
    }
  }
}
