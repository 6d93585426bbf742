package org.bumpless.endpoint.modbus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bumpless.endpoint.modbus.ScriptedPeer;
import org.bumpless.endpoint.modbus.TestIdentities;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's own TLS against a small product that ends TLS in front of a controller. */
class TlsTest {
  private static final TestIdentities PLANT = TestIdentities.create("plant-ca");
  private static final TestIdentities FOREIGN = TestIdentities.create("foreign-ca");
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Operation READ = new Operation.Read(List.of(TestPlant.id("SP")));
  private static final int REQUEST_BYTES = 12;
  private static final int ANSWER_BYTES = 13;
  private static final int WRITE_BYTES = 17;

  private final Queue<ExtendedSSLSession> sessions = new ConcurrentLinkedQueue<>();
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void reads_through_tls(String version) throws IOException {
    try (ScriptedPeer product = product(version, this::relayReads);
        ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT)) {
      Outcome connected = client.connect();
      assertThat(connected).isInstanceOf(Outcome.Answered.class);
      assertThat(((Outcome.Answered) connected).detail()).contains(version);
      for (int times = 0; times < 3; times++) {
        assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      }
      assertThat(sessions.element().getRequestedServerNames())
          .containsExactly(new SNIHostName("lic-101"));
    }
    assertThat(server.log()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, none, handshake_failure",
    "TLSv1.2, expired, certificate_unknown",
    "TLSv1.2, foreign, certificate_unknown",
    "TLSv1.3, none, certificate_required",
    "TLSv1.3, expired, certificate_unknown",
    "TLSv1.3, foreign, certificate_unknown",
  })
  void a_certificate_that_is_turned_down_is_a_refusal(String version, String which, String alert)
      throws IOException {
    Optional<Identity> shown =
        switch (which) {
          case "expired" -> Optional.of(PLANT.expired());
          case "foreign" -> Optional.of(FOREIGN.client());
          default -> Optional.empty();
        };
    try (ScriptedPeer product = product(version, this::relayReads);
        ProtocolClient client = client(product, shown, PLANT)) {
      assertThat(client.perform(READ)).isEqualTo(new Outcome.Refused("TLS alert: " + alert));
      assertThat(client.connected()).isFalse();
    }
    assertThat(server.log()).isEmpty();
  }

  @Test
  void with_tls_1_3_the_refusal_comes_in_place_of_the_first_answer() throws IOException {
    try (ScriptedPeer product = product("TLSv1.3", this::relayReads);
        ProtocolClient client = client(product, Optional.empty(), PLANT)) {
      assertThat(client.connect()).isInstanceOf(Outcome.Answered.class);
      assertThat(client.awaitClosed()).isTrue();
      assertThat(client.connected()).isFalse();
    }
  }

  @Test
  void the_refusal_is_heard_between_two_parts_of_a_frame() throws IOException {
    try (ScriptedPeer product = product("TLSv1.3", this::relayReads);
        ProtocolClient client = client(product, Optional.empty(), PLANT)) {
      assertThat(client.perform(write("split in body"))).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void every_connection_shows_its_certificate_anew() throws Exception {
    for (String version : List.of("TLSv1.2", "TLSv1.3")) {
      sessions.clear();
      try (ScriptedPeer product = product(version, this::relayRead);
          ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT)) {
        for (int times = 0; times < 3; times++) {
          assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
          assertThat(client.awaitClosed()).isTrue();
          TestServer.CLOCK.await(Duration.ofMillis(5));
        }
      }
      assertThat(sessions)
          .as("%s: a resumed session keeps its first moment", version)
          .extracting(ExtendedSSLSession::getCreationTime)
          .doesNotHaveDuplicates()
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"split frame, 7", "split in header, 3", "split in body, 10"})
  void a_split_frame_is_two_records(String manner, int first) throws IOException {
    try (ScriptedPeer product =
            product("TLSv1.3", answering(WRITE_BYTES, "000100000006071000000002"));
        ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT)) {
      assertThat(client.perform(write(manner))).isInstanceOf(Outcome.Answered.class);
      assertThat(product.segments())
          .extracting(record -> record.length)
          .containsExactly(first, WRITE_BYTES - first);
    }
  }

  @Test
  void frames_behind_each_other_are_one_record() throws IOException {
    String answers =
        "00010000000707030442480000" + "00020000000707030442480000" + "000300000006071000000002";
    try (ScriptedPeer product =
            product("TLSv1.3", answering(2 * REQUEST_BYTES + WRITE_BYTES, answers));
        ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT)) {
      assertThat(client.perform(write("behind two reads"))).isInstanceOf(Outcome.Answered.class);
      assertThat(product.segments()).hasSize(1);
    }
  }

  @Test
  void a_product_that_is_not_trusted_is_not_talked_to() throws IOException {
    try (ScriptedPeer product = product("TLSv1.3", this::relayReads);
        ProtocolClient client = client(product, Optional.of(PLANT.client()), FOREIGN)) {
      Outcome outcome = client.connect();
      assertThat(outcome).isInstanceOf(Outcome.NoReply.class);
      assertThat(((Outcome.NoReply) outcome).cause()).contains("PKIX path");
      assertThat(client.connected()).isFalse();
    }
  }

  @Test
  void a_handshake_that_drips_ends_in_time() throws IOException {
    try (ScriptedPeer product = new ScriptedPeer(TlsTest::drip);
        ProtocolClient client = client(product, Optional.empty(), PLANT, SHORT)) {
      Outcome outcome = client.connect();
      assertThat(outcome).isInstanceOf(Outcome.NoReply.class);
      assertThat(((Outcome.NoReply) outcome).cause()).endsWith("within 200 ms");
    }
  }

  @Test
  void a_controller_that_speaks_no_tls_is_no_reply() {
    try (ProtocolClient client =
        server.client(
            server.endpoint().address(), TestServer.TIMEOUT, tls(Optional.empty(), PLANT))) {
      assertThat(client.connect()).isInstanceOf(Outcome.NoReply.class);
    }
  }

  @Test
  void a_session_that_the_product_ends_is_seen_to_end() throws IOException {
    try (ScriptedPeer product = product("TLSv1.3", this::relayRead);
        ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(client.awaitClosed()).isTrue();
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
    }
  }

  @Test
  void a_wait_in_vain_for_the_end_leaves_the_session_usable() throws IOException {
    try (ScriptedPeer product = product("TLSv1.3", this::relayReads);
        ProtocolClient client = client(product, Optional.of(PLANT.client()), PLANT, SHORT)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(client.awaitClosed()).isFalse();
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(sessions).hasSize(1);
    }
  }

  /** A product that wants a certificate of the plant and then does what its script says. */
  private ScriptedPeer product(String version, ScriptedPeer.Script script) throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            TlsContexts.of(Optional.of(PLANT.server()), PLANT.trust())
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    listener.setNeedClientAuth(true);
    listener.setEnabledProtocols(new String[] {version});
    return new ScriptedPeer(
        listener,
        (peer, socket) -> {
          ((SSLSocket) socket).startHandshake();
          sessions.add((ExtendedSSLSession) ((SSLSocket) socket).getSession());
          script.play(peer, socket);
        });
  }

  private void relayReads(ScriptedPeer peer, Socket socket) throws IOException {
    while (true) {
      relayRead(peer, socket);
    }
  }

  private void relayRead(ScriptedPeer peer, Socket socket) throws IOException {
    byte[] request = peer.read(socket, REQUEST_BYTES);
    try (Socket controller =
        new Socket(InetAddress.getLoopbackAddress(), server.endpoint().address().getPort())) {
      controller.getOutputStream().write(request);
      socket.getOutputStream().write(controller.getInputStream().readNBytes(ANSWER_BYTES));
    }
  }

  private static ScriptedPeer.Script answering(int bytes, String answer) {
    return (peer, socket) -> {
      peer.read(socket, bytes);
      socket.getOutputStream().write(HexFormat.of().parseHex(answer));
    };
  }

  /** The head of a TLS record of 16 kB, then a byte every now and then. */
  private static void drip(ScriptedPeer peer, Socket socket) throws IOException {
    socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
    try {
      for (int times = 0; times < 100; times++) {
        socket.getOutputStream().write(2);
        TestServer.CLOCK.await(Duration.ofMillis(30));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Operation write(String manner) {
    return new Operation.Write(TestPlant.id("SP"), new TagValue.Real(100.0f), manner);
  }

  private ProtocolClient client(
      ScriptedPeer product, Optional<Identity> shown, TestIdentities trusted) {
    return client(product, shown, trusted, TestServer.TIMEOUT);
  }

  private ProtocolClient client(
      ScriptedPeer product, Optional<Identity> shown, TestIdentities trusted, Duration timeout) {
    return server.client(product.address(), timeout, tls(shown, trusted));
  }

  private static Optional<ClientSettings.Tls> tls(
      Optional<Identity> shown, TestIdentities trusted) {
    return Optional.of(new ClientSettings.Tls(shown, trusted.trust(), "lic-101"));
  }
}
