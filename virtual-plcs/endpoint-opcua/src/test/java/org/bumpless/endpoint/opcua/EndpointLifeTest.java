package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.endpoint.opcua.testing.Relay;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server under many connections and under garbage, and what is left of it after its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointLifeTest {
  private static final long SEED = 20_260_801;
  private static final Operation READ = new Operation.Read(List.of(TagId.parse("LIC-101.PV")));

  private Rig.Pki pki;

  @BeforeAll
  void makeCertificates() {
    pki = Rig.Pki.create();
  }

  @Test
  void theProviderIsFound() {
    assertThat(ServiceLoader.load(ProtocolProvider.class))
        .anySatisfy(provider -> assertThat(provider.protocol()).isEqualTo(Protocol.OPC_UA));
  }

  @Test
  void sixtyFourConnectionsStandBesideEachOtherAndOneTooManyIsClosed() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try (Rig rig = new Rig(new OpcUaProvider(), pki, false, 65);
        ProtocolClient client = rig.client(MessageSecurity.SIGN)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      for (int i = 0; i < 64; i++) {
        sockets.add(
            new Socket(rig.endpoint.address().getAddress(), rig.endpoint.address().getPort()));
      }
      await("65 connections")
          .atMost(Duration.ofSeconds(10))
          .until(() -> rig.endpoint.connections() == 65);
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      try (Socket tooMany =
          new Socket(rig.endpoint.address().getAddress(), rig.endpoint.address().getPort())) {
        tooMany.setSoTimeout(5_000);
        assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
      }
      sockets.removeFirst().close();
      await("a free place")
          .atMost(Duration.ofSeconds(10))
          .until(() -> rig.endpoint.connections() == 64);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoeverIsCutOftenDoesNotLockTheOthersOut() throws IOException {
    try (Rig rig = new Rig(new OpcUaProvider(), pki, true, 1_000);
        Relay relay = new Relay(rig.endpoint.address(), Optional.empty())) {
      for (int i = 0; i < 110; i++) {
        ProtocolClient client =
            new OpcUaProvider()
                .client(
                    rig.settings(
                        relay.address(),
                        pki.client(),
                        MessageSecurity.NONE,
                        new Login.Anonymous(),
                        Optional.empty(),
                        Rig.TIMEOUT));
        assertThat(client.connect()).isInstanceOf(Outcome.Answered.class);
        relay.cut();
        assertThat(client.awaitClosed()).isTrue();
      }
      try (ProtocolClient other = rig.client(MessageSecurity.SIGN)) {
        assertThat(other.perform(READ)).isInstanceOf(Outcome.Answered.class);
      }
    }
  }

  @Test
  void twoThousandFramesOfGarbageDoNotEndTheServer() throws IOException {
    Random random = new Random(SEED);
    try (Rig rig = new Rig(new OpcUaProvider(), pki, true, 2_000)) {
      for (int i = 0; i < 200; i++) {
        try (Socket socket =
            new Socket(rig.endpoint.address().getAddress(), rig.endpoint.address().getPort())) {
          throwAt(socket, random, 10);
        }
      }
      try (ProtocolClient client = rig.client(MessageSecurity.SIGN_AND_ENCRYPT)) {
        assertThat(client.perform(READ)).as("seed %d", SEED).isInstanceOf(Outcome.Answered.class);
      }
      assertThat(rig.tags.offers()).isEmpty();
      await("garbage connections gone")
          .atMost(Duration.ofSeconds(10))
          .until(() -> rig.endpoint.connections() == 0);
    }
  }

  private static void throwAt(Socket socket, Random random, int frames) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      if (random.nextBoolean()) {
        out.write(hello(socket));
      }
      for (int i = 0; i < frames; i++) {
        out.write(garbage(random));
      }
      out.flush();
    } catch (SocketException closedOnUs) {
      // The server has had enough of this connection, as it should.
    }
    if (random.nextInt(4) == 0) {
      InputStream in = socket.getInputStream();
      in.skip(in.available());
    }
  }

  private static byte[] hello(Socket socket) {
    byte[] url = ("opc.tcp://127.0.0.1:" + socket.getPort()).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(32 + url.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("HELF".getBytes(StandardCharsets.US_ASCII))
        .putInt(32 + url.length)
        .putInt(0)
        .putInt(65_535)
        .putInt(65_535)
        .putInt(0)
        .putInt(0)
        .putInt(url.length)
        .put(url)
        .array();
  }

  /** Mostly with a header that invites to read on. */
  private static byte[] garbage(Random random) {
    byte[] body = new byte[random.nextInt(400)];
    random.nextBytes(body);
    if (random.nextInt(5) == 0) {
      return body;
    }
    String[] types = {"HEL", "OPN", "MSG", "CLO", "ERR", "ACK"};
    String[] positions = {"F", "C", "A"};
    int length = random.nextInt(8) == 0 ? random.nextInt() : 8 + body.length;
    return ByteBuffer.allocate(8 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(types[random.nextInt(types.length)].getBytes(StandardCharsets.US_ASCII))
        .put(positions[random.nextInt(positions.length)].getBytes(StandardCharsets.US_ASCII))
        .putInt(length)
        .put(body)
        .array();
  }

  @Test
  void closeEndsConnectionsAndThreads() {
    Set<String> before = threadNames();
    OpcUaProvider provider = new OpcUaProvider();
    Rig first = new Rig(provider, pki, false, 10);
    Rig second = new Rig(provider, pki, false, 10, "LIC-102", Rig.freePort());
    try (ProtocolClient one = first.client(MessageSecurity.SIGN);
        ProtocolClient other = second.client(MessageSecurity.SIGN)) {
      assertThat(one.connect()).isInstanceOf(Outcome.Answered.class);
      assertThat(other.connect()).isInstanceOf(Outcome.Answered.class);
      first.close();
      first.close();
      assertThat(one.awaitClosed()).isTrue();
      assertThat(one.perform(READ)).isInstanceOf(Outcome.Refused.class);
      assertThat(first.endpoint.connections()).isZero();
      assertThat(other.perform(new Operation.Browse()))
          .as("the other server goes on")
          .isInstanceOf(Outcome.Answered.class);
      second.close();
    }
    await("threads as before")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threadNames()).isSubsetOf(before));
  }

  @Test
  void anAddressCanBeTakenAgainAfterClose() {
    Rig first = new Rig(new OpcUaProvider(), pki, false, 10);
    first.close();
    try (Rig again =
            new Rig(
                new OpcUaProvider(),
                pki,
                false,
                10,
                "LIC-101",
                first.endpoint.address().getPort());
        ProtocolClient client = again.client(MessageSecurity.SIGN)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
    }
  }

  private static Set<String> threadNames() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .collect(Collectors.toSet());
  }
}
