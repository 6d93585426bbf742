package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.bumpless.endpoint.modbus.RawPeer;
import org.bumpless.endpoint.modbus.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames however TCP has cut them, and streams that are no Modbus. */
class FramingTest {
  private static final String READ_COUNT = "04 0002 0001";
  private static final String COUNT = "0402fffd";

  private TestServer server;
  private RawPeer peer;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer();
    peer = server.peer();
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
    server.close();
  }

  @Test
  void a_frame_in_single_bytes() throws IOException {
    for (byte one :
        HexFormat.of().parseHex(RawPeer.frame(0xBEEF, 7, READ_COUNT.replace(" ", "")))) {
      peer.send(new byte[] {one});
    }
    assertThat(peer.readFrame()).isEqualTo("beef0000000507" + COUNT);
  }

  @Test
  void many_frames_in_one_segment_are_answered_in_order() throws IOException {
    StringBuilder frames = new StringBuilder();
    for (int transaction = 0; transaction < 300; transaction++) {
      frames.append(RawPeer.frame(transaction, 7, READ_COUNT));
    }
    peer.send(frames.toString());
    for (int transaction = 0; transaction < 300; transaction++) {
      assertThat(peer.readFrame()).isEqualTo("%04x0000000507".formatted(transaction) + COUNT);
    }
  }

  @Test
  void a_frame_and_a_half_then_the_rest() throws IOException {
    String write = RawPeer.frame(2, 7, "06 0002 0009");
    peer.send(RawPeer.frame(1, 7, READ_COUNT) + write.substring(0, 10));
    assertThat(peer.readFrame()).startsWith("0001");
    assertThat(server.log()).hasSize(1);
    peer.send(write.substring(10));
    assertThat(peer.readFrame()).isEqualTo(write.toLowerCase(Locale.ROOT));
    assertThat(server.tags().scan()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Protocol id 1, 256 and 65535.
        "0001 0001 0006 07 06 0002 0009",
        "0001 0100 0006 07 06 0002 0009",
        "0001 ffff 0006 07 06 0002 0009",
        // Length 0, 1, 255, 256 and 65535.
        "0001 0000 0000 07 06 0002 0009",
        "0001 0000 0001 07 06 0002 0009",
        "0001 0000 00ff 07 06 0002 0009",
        "0001 0000 0100 07 06 0002 0009",
        "0001 0000 ffff 07 06 0002 0009",
        // Another protocol altogether.
        "474554202f20485454502f312e310d0a0d0a",
        "160301007a0100007603030000000000",
      })
  void what_is_no_modbus_closes_the_connection(String bytes) throws IOException {
    peer.send(bytes);
    assertThat(peer.closedByFarEnd()).isTrue();
    assertThat(server.log()).isEmpty();
    assertThat(server.tags().scan()).isEmpty();
  }

  @Test
  void a_broken_frame_does_not_undo_the_good_one_before_it() throws IOException {
    peer.send(RawPeer.frame(1, 7, "06 0002 0009") + "0002 0001 0006 07 06 0002 000a");
    assertThat(peer.readFrame()).startsWith("0001");
    assertThat(peer.closedByFarEnd()).isTrue();
    assertThat(server.tags().scan()).hasSize(1);
  }

  @Test
  void a_peer_that_leaves_in_the_middle_of_a_frame_is_forgotten() throws IOException {
    peer.send("0001 0000 0006 07 06");
    peer.close();
    Awaitility.await("connection ended")
        .atMost(Duration.ofSeconds(5))
        .until(() -> server.endpoint().connections() == 0);
    assertThat(server.log()).isEmpty();
  }
}
