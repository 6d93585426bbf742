package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the client makes of servers and products that do not answer, or not as they should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnfriendlyServerTest {
  private static final Operation READ = new Operation.Read(List.of(TagId.parse("LIC-101.PV")));
  private static final Duration SHORT = Duration.ofMillis(300);

  private Rig rig;

  @BeforeAll
  void start() {
    rig = new Rig(new OpcUaProvider(), Rig.Pki.create(), true, 100);
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  @Test
  void nobodyListens() {
    InetSocketAddress nobody =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Rig.freePort());
    try (ProtocolClient client = client(nobody)) {
      assertThat(client.perform(READ))
          .isInstanceOfSatisfying(
              Outcome.Refused.class, refused -> assertThat(refused.reason()).contains("refused"));
      assertThat(client.awaitClosed()).as("what was never open is closed").isTrue();
    }
  }

  @Test
  void silenceIsNoReply() throws IOException {
    assertNoReply("time-out", socket -> socket.getInputStream().transferTo(sink()));
  }

  @Test
  void anEndWithoutAWordIsNoReply() throws IOException {
    assertNoReply("closed", socket -> socket.getInputStream().read(new byte[8]));
  }

  @Test
  void garbageIsNoReply() throws IOException {
    assertNoReply(
        "not an OPC UA message",
        socket -> answer(socket, frame("HTT", new byte[] {1, 2, 3, 4, 5, 6, 7, 8})));
  }

  @Test
  void anAbsurdLengthIsNoReply() throws IOException {
    byte[] absurd = frame("ACK", new byte[20]);
    ByteBuffer.wrap(absurd).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
    assertNoReply("2147483647", socket -> answer(socket, absurd));
  }

  @Test
  void aTruncatedAcknowledgeIsNoReply() throws IOException {
    assertNoReply("Acknowledge", socket -> answer(socket, frame("ACK", new byte[5])));
  }

  @Test
  void aDrippingAnswerRunsIntoTheTimeLimit() throws IOException {
    byte[] whole = frame("ACK", new byte[20]);
    assertNoReply(
        "time-out",
        socket -> {
          socket.getInputStream().read(new byte[8]);
          for (byte one : whole) {
            socket.getOutputStream().write(one);
            socket.getOutputStream().flush();
            rig.clock.moveAhead(SHORT.dividedBy(4));
          }
          socket.getInputStream().transferTo(sink());
        });
  }

  @Test
  void anErrorMessageIsARefusalWithItsReason() throws IOException {
    byte[] reason = "change window closed".getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(8 + reason.length).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(0x80550000).putInt(reason.length).put(reason);
    try (Impostor impostor = new Impostor(socket -> answer(socket, frame("ERR", body.array())));
        ProtocolClient client = client(impostor.address())) {
      assertThat(client.perform(READ))
          .isEqualTo(new Outcome.Refused("Bad_SecurityPolicyRejected: change window closed"));
    }
  }

  @Test
  void waitingForAnEndHasATimeLimit() {
    try (ProtocolClient client =
        new OpcUaProvider()
            .client(
                rig.settings(
                    rig.endpoint.address(),
                    rig.pki.client(),
                    MessageSecurity.SIGN,
                    Rig.ENGINEER,
                    Optional.empty(),
                    Duration.ofSeconds(2)))) {
      assertThat(client.connect()).isInstanceOf(Outcome.Answered.class);
      assertThat(client.awaitClosed()).isFalse();
    }
  }

  @Test
  void aSessionThatLayIdleTooLongIsReplaced() {
    try (ProtocolClient client = rig.client(MessageSecurity.SIGN)) {
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      rig.clock.moveAhead(Duration.ofMinutes(2));
      assertThat(client.perform(READ)).isInstanceOf(Outcome.Answered.class);
      assertThat(rig.log.stream().filter(s -> s.request().equals("ActivateSession")).count())
          .isGreaterThanOrEqualTo(2);
    }
  }

  private void assertNoReply(String cause, Behaviour behaviour) throws IOException {
    try (Impostor impostor = new Impostor(behaviour);
        ProtocolClient client = client(impostor.address())) {
      assertThat(client.perform(READ))
          .isInstanceOfSatisfying(
              Outcome.NoReply.class, silence -> assertThat(silence.cause()).contains(cause));
      assertThat(client.connected()).isFalse();
    }
  }

  private ProtocolClient client(InetSocketAddress dial) {
    return new OpcUaProvider()
        .client(
            rig.settings(
                dial,
                rig.pki.client(),
                MessageSecurity.SIGN,
                Rig.ENGINEER,
                Optional.empty(),
                SHORT));
  }

  private static byte[] frame(String type, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put((byte) 'F')
        .putInt(8 + body.length)
        .put(body)
        .array();
  }

  private static OutputStream sink() {
    return OutputStream.nullOutputStream();
  }

  private static void answer(Socket socket, byte[] bytes) throws IOException {
    InputStream in = socket.getInputStream();
    in.read(new byte[8]);
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    in.transferTo(sink());
  }

  private interface Behaviour {
    void with(Socket socket) throws IOException;
  }

  /** Accepts one connection and treats it as it likes. */
  private static final class Impostor implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    Impostor(Behaviour behaviour) throws IOException {
      Thread.ofVirtual()
          .name("impostor")
          .start(
              () -> {
                try (Socket socket = listener.accept()) {
                  behaviour.with(socket);
                } catch (IOException ended) {
                  // The client went away first.
                }
              });
    }

    InetSocketAddress address() {
      return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
