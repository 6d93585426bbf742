package org.bumpless.endpoint.modbus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.endpoint.modbus.ScriptedPeer;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of far ends that lie, stutter, fall silent or leave. */
class HostilePeerTest {
  private static final int REQUEST_BYTES = 12;
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Operation READ_MODE = new Operation.Read(List.of(TestPlant.id("MODE")));
  private static final Operation WRITE_MODE =
      new Operation.Write(TestPlant.id("MODE"), new TagValue.Int((short) 9));
  private static final Outcome MODE_IS_5 =
      new Outcome.Answered(
          Map.of(TestPlant.id("MODE"), new TagValue.Int((short) 5)), "FC3 holding 2 x 1");

  private TestServer plant;

  @BeforeEach
  void start() throws IOException {
    plant = new TestServer();
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  void the_good_answer_that_the_bad_ones_differ_from() throws IOException {
    assertThat(answerTo(READ_MODE, "0001 0000 0005 07 03 02 0005")).isEqualTo(MODE_IS_5);
  }

  @ParameterizedTest
  @CsvSource({
    "0002 0000 0005 07 03 02 0005, transaction id 2 expected 1",
    "0001 0001 0005 07 03 02 0005, protocol id 1 expected 0",
    "0001 0000 0005 08 03 02 0005, unit id 8 expected 7",
    "0001 0000 0005 07 04 02 0005, function code 4 expected 3",
    "0001 0000 0003 07 84 02, function code 132 expected 3",
    "0001 0000 0001 07, length field 1 expected 2 to 254",
    "0001 0000 00ff 07, length field 255 expected 2 to 254",
    "0001 0000 0007 07 03 04 00050006, has 6 bytes expected 4",
    "0001 0000 0005 07 03 04 0005, byte count 4 that carries 2",
    "0001 0000 0002 07 03, has 1 bytes expected 4",
    "0001 0000 0002 07 83, exception answer of 1 bytes expected 2",
    "485454502f312e3120343030, protocol id 21584 expected 0",
  })
  void an_answer_that_is_not_ours_is_no_reply_and_ends_the_connection(String answer, String cause)
      throws IOException {
    try (ScriptedPeer peer = answering(answer);
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      Outcome outcome = client.perform(READ_MODE);
      assertThat(outcome).isInstanceOf(Outcome.NoReply.class);
      assertThat(((Outcome.NoReply) outcome).cause().replace(",", "")).contains(cause);
      assertThat(client.connected()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0001 0000 0006 07 06 0002 0009, true",
    "0001 0000 0006 07 06 0002 0008, false",
    "0001 0000 0006 07 06 0003 0009, false",
    "0001 0000 0007 07 06 0002 0009 00, false",
    "0001 0000 0004 07 06 0002, false",
  })
  void a_write_is_answered_only_by_its_echo(String answer, boolean good) throws IOException {
    assertThat(answerTo(WRITE_MODE, answer) instanceof Outcome.Answered).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "01, exception 1: illegal function",
    "06, exception 6: server device busy",
    "0b, exception 11: gateway target device failed to respond",
    "63, exception 99: not in the standard",
  })
  void an_exception_is_a_refusal_and_the_connection_stands(String code, String reason)
      throws IOException {
    try (ScriptedPeer peer = answering("0001 0000 0003 07 86" + code);
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      assertThat(client.perform(WRITE_MODE)).isEqualTo(new Outcome.Refused(reason));
      assertThat(client.connected()).isTrue();
    }
  }

  @Test
  void an_answer_in_pieces_is_one_answer() throws IOException {
    try (ScriptedPeer peer =
            new ScriptedPeer(
                (self, socket) -> {
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  for (byte one : hex("0001 0000 0005 07 03 02 0005")) {
                    socket.getOutputStream().write(one);
                  }
                });
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      assertThat(client.perform(READ_MODE)).isEqualTo(MODE_IS_5);
    }
  }

  @Test
  void silence_is_no_reply_and_the_next_operation_reconnects() throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ScriptedPeer peer =
            new ScriptedPeer(
                (self, socket) -> {
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  if (connections.incrementAndGet() == 2) {
                    socket.getOutputStream().write(hex("0001 0000 0005 07 03 02 0005"));
                  }
                  waitForEnd(socket);
                });
        ProtocolClient client = client(peer, SHORT)) {
      assertThat(client.perform(READ_MODE))
          .isEqualTo(new Outcome.NoReply("no answer within 200 ms"));
      assertThat(client.connected()).isFalse();
      assertThat(client.awaitClosed()).as("the far end had not closed").isFalse();
      assertThat(client.perform(READ_MODE)).isEqualTo(MODE_IS_5);
    }
  }

  @Test
  void dripping_does_not_prolong_the_wait() throws IOException {
    CountDownLatch givenUp = new CountDownLatch(1);
    try (ScriptedPeer peer =
            new ScriptedPeer(
                (self, socket) -> {
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  drip(socket, givenUp);
                });
        ProtocolClient client = client(peer, SHORT)) {
      assertThat(client.perform(READ_MODE))
          .isEqualTo(new Outcome.NoReply("no answer within 200 ms"));
    } finally {
      givenUp.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0001", "0001 0000 0005 07 03"})
  void a_far_end_that_closes_gives_no_reply(String before) throws IOException {
    try (ScriptedPeer peer =
            new ScriptedPeer(
                (self, socket) -> {
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  socket.getOutputStream().write(hex(before));
                });
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      assertThat(client.perform(READ_MODE))
          .isEqualTo(new Outcome.NoReply("the far end closed the connection without an answer"));
      assertThat(client.connected()).isFalse();
      assertThat(client.awaitClosed()).isTrue();
    }
  }

  @Test
  void waits_for_the_far_end_to_close_and_says_when_it_does_not() throws IOException {
    CountDownLatch close = new CountDownLatch(1);
    try (ScriptedPeer peer = new ScriptedPeer((self, socket) -> await(close));
        ProtocolClient client = client(peer, SHORT)) {
      assertThat(client.awaitClosed()).as("never connected").isFalse();
      client.connect();
      assertThat(client.awaitClosed()).isFalse();
      assertThat(client.connected()).isTrue();
      close.countDown();
      assertThat(client.awaitClosed()).isTrue();
      assertThat(client.connected()).isFalse();
      assertThat(client.awaitClosed()).isTrue();
    }
  }

  @Test
  void a_refused_connection_is_a_refusal() throws IOException {
    InetSocketAddress nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = (InetSocketAddress) gone.getLocalSocketAddress();
    }
    try (ProtocolClient client = plant.client(nobody, SHORT, Optional.empty())) {
      assertThat(client.connect()).isEqualTo(client.perform(READ_MODE));
      assertThat(client.connect()).isInstanceOf(Outcome.Refused.class);
      assertThat(((Outcome.Refused) client.connect()).reason())
          .isEqualTo("connection refused by localhost:" + nobody.getPort());
    }
  }

  @Test
  void a_sweep_that_is_broken_off_tells_what_it_has_found() throws IOException {
    try (ScriptedPeer peer =
            new ScriptedPeer(
                (self, socket) -> {
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  socket.getOutputStream().write(hex("0001 0000 0005 07 03 02 4248"));
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                  socket.getOutputStream().write(hex("0002 0000 0005 07 03 02 0000"));
                  socket.getInputStream().readNBytes(REQUEST_BYTES);
                });
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      Outcome outcome = client.perform(new Operation.Sweep());
      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      assertThat(((Outcome.Answered) outcome).values())
          .isEqualTo(Map.of(TestPlant.id("SP"), new TagValue.Real(50.0f)));
      assertThat(((Outcome.Answered) outcome).detail())
          .startsWith("3 addresses tried, 2 answered, broken off: ");
    }
  }

  private Outcome answerTo(Operation operation, String answer) throws IOException {
    try (ScriptedPeer peer = answering(answer);
        ProtocolClient client = client(peer, TestServer.TIMEOUT)) {
      return client.perform(operation);
    }
  }

  private static ScriptedPeer answering(String answer) throws IOException {
    return new ScriptedPeer(
        (self, socket) -> {
          socket.getInputStream().readNBytes(REQUEST_BYTES);
          socket.getOutputStream().write(hex(answer));
          waitForEnd(socket);
        });
  }

  private ProtocolClient client(ScriptedPeer peer, Duration timeout) {
    return plant.client(peer.address(), timeout, Optional.empty());
  }

  private static void drip(Socket socket, CountDownLatch until) throws IOException {
    byte[] answer = hex("0001 0000 00f0 07 03" + "00".repeat(200));
    try {
      for (byte one : answer) {
        socket.getOutputStream().write(one);
        if (until.await(50, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitForEnd(Socket socket) throws IOException {
    assertThat(socket.getInputStream().read()).isNegative();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
