package org.bumpless.endpoint.modbus.client;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.bumpless.endpoint.modbus.ScriptedPeer;
import org.bumpless.endpoint.modbus.TestPlant;
import org.bumpless.endpoint.modbus.TestServer;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every manner of writing: what goes over the wire, and what the controller makes of it. */
class MannersTest {
  private static final TagValue NEW_SP = new TagValue.Real(100.0f);

  private static final byte[] WRITE_ANSWER = HexFormat.of().parseHex("000100000006071000000002");

  private TestServer server;
  private ProtocolClient client;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    client = server.client();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTO | plain             | FC5 coil 1 x 1",
        "AUTO | function 5        | FC5 coil 1 x 1",
        "AUTO | function 15       | FC15 coil 1 x 1",
        "AUTO | split frame       | FC5 coil 1 x 1",
        "AUTO | behind a read     | FC1 coil 1 x 1; FC5 coil 1 x 1",
        "MODE | plain             | FC6 holding 2 x 1",
        "MODE | function 6        | FC6 holding 2 x 1",
        "MODE | function 16       | FC16 holding 2 x 1",
        "MODE | function 22       | FC22 holding 2 x 1",
        "MODE | function 23       | FC23 holding 2 x 1, writes holding 2 x 1",
        "FLAG | plain             | FC6 holding 8 x 1",
        "SP   | plain             | FC16 holding 0 x 2",
        "SP   | function 6        | FC6 holding 0 x 1; FC6 holding 1 x 1",
        "SP   | function 16       | FC16 holding 0 x 2",
        "SP   | function 22       | FC22 holding 0 x 1; FC22 holding 1 x 1",
        "SP   | function 23       | FC23 holding 0 x 2, writes holding 0 x 2",
        "SP   | split frame       | FC16 holding 0 x 2",
        "SP   | split in header   | FC16 holding 0 x 2",
        "SP   | split in body     | FC16 holding 0 x 2",
        "SP   | behind a read     | FC3 holding 0 x 2; FC16 holding 0 x 2",
        "SP   | behind two reads  | FC3 holding 0 x 2; FC3 holding 0 x 2; FC16 holding 0 x 2",
      })
  void reaches_the_controller_and_changes_the_tag(String tag, String manner, String requests) {
    TagValue value =
        switch (tag) {
          case "SP" -> NEW_SP;
          case "MODE" -> new TagValue.Int((short) -77);
          default -> new TagValue.Bool(true);
        };
    Outcome outcome = client.perform(new Operation.Write(TestPlant.id(tag), value, manner));
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(server.log()).extracting(Served::request).containsExactly(requests.split("; ", -1));
    server.tags().scan();
    assertThat(server.tags().value(tag)).isEqualTo(value);
    assertThat(client.connected()).isTrue();
  }

  @Test
  void a_wrong_unit_is_refused_by_the_controller() {
    assertThat(client.perform(write("wrong unit")))
        .isEqualTo(new Outcome.Refused("exception 11: gateway target device failed to respond"));
    assertThat(server.log().getFirst().request()).startsWith("unit 8: FC16");
    assertThat(server.tags().scan()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"oversized length", "wrong protocol id"})
  void a_malformed_frame_loses_the_connection(String manner) {
    assertThat(client.perform(write(manner))).isInstanceOf(Outcome.NoReply.class);
    assertThat(client.connected()).isFalse();
    assertThat(client.awaitClosed()).isTrue();
    assertThat(server.log()).isEmpty();
    assertThat(server.tags().scan()).isEmpty();
    assertThat(client.perform(write("plain"))).isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "split in header, 3, 000100",
    "split frame, 7, 0001000000 0b07",
    "split in body, 10, 0001000000 0b07 100000",
  })
  void a_split_frame_goes_out_in_two_parts(String manner, int first, String bytes)
      throws IOException {
    try (ScriptedPeer peer = answering(17, WRITE_ANSWER);
        ProtocolClient through = through(peer)) {
      assertThat(through.perform(write(manner))).isInstanceOf(Outcome.Answered.class);
      assertThat(peer.segments())
          .extracting(part -> part.length)
          .containsExactly(first, 17 - first);
      assertThat(HexFormat.of().formatHex(peer.segments().getFirst()))
          .isEqualTo(bytes.replace(" ", ""));
    }
  }

  @Test
  void frames_behind_each_other_go_out_in_one_segment() throws IOException {
    byte[] answers =
        HexFormat.of().parseHex("00010000000707030442480000" + "000200000006071000000002");
    try (ScriptedPeer peer = answering(29, answers);
        ProtocolClient through = through(peer)) {
      assertThat(through.perform(write("behind a read"))).isInstanceOf(Outcome.Answered.class);
      assertThat(peer.segments()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The read is refused, the write is answered; the other way round; the read has another's
    // answer.
    "000100000003078302 000200000006071000000002, Refused",
    "00010000000707030442480000 000200000003079003, Refused",
    "000500000003078302 000200000006071000000002, NoReply",
  })
  void a_write_behind_a_read_is_answered_only_if_both_are(String answers, String outcome)
      throws IOException {
    try (ScriptedPeer peer = answering(29, HexFormat.of().parseHex(answers.replace(" ", "")));
        ProtocolClient through = through(peer)) {
      assertThat(through.perform(write("behind a read")).getClass().getSimpleName())
          .isEqualTo(outcome);
    }
  }

  @Test
  void an_oversized_frame_is_as_long_as_it_says() throws IOException {
    try (ScriptedPeer peer = answering(306, new byte[0]);
        ProtocolClient through = through(peer)) {
      assertThat(through.perform(write("oversized length"))).isInstanceOf(Outcome.NoReply.class);
      assertThat(peer.segments().stream().map(HexFormat.of()::formatHex).collect(joining()))
          .startsWith("00010000012c0710")
          .hasSize(612);
    }
  }

  @Test
  void lists_its_manners() {
    assertThat(client.manners())
        .containsExactly(
            "plain",
            "function 5",
            "function 6",
            "function 15",
            "function 16",
            "function 22",
            "function 23",
            "split frame",
            "split in header",
            "split in body",
            "behind a read",
            "behind two reads",
            "wrong unit",
            "oversized length",
            "wrong protocol id");
  }

  private static ScriptedPeer answering(int bytes, byte[] answer) throws IOException {
    return new ScriptedPeer(
        (peer, socket) -> {
          peer.read(socket, bytes);
          socket.getOutputStream().write(answer);
        });
  }

  private static Operation write(String manner) {
    return new Operation.Write(TestPlant.id("SP"), NEW_SP, manner);
  }

  private ProtocolClient through(ScriptedPeer peer) {
    return server.client(peer.address(), TestServer.TIMEOUT, Optional.empty());
  }
}
