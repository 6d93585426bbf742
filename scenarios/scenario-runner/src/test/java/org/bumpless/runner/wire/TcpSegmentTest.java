package org.bumpless.runner.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.bumpless.plant.network.tap.Frame;
import org.junit.jupiter.api.Test;

class TcpSegmentTest {
  private static final InetSocketAddress CLIENT = new InetSocketAddress("10.2.0.1", 40_000);
  private static final InetSocketAddress SERVER = new InetSocketAddress("10.5.0.3", 502);

  @Test
  void saysWhoSpeaksToWhomAndWhat() {
    TcpSegment segment = TcpSegment.in(frame("read").bytes()).orElseThrow();

    assertThat(segment.source()).isEqualTo(CLIENT);
    assertThat(segment.destination()).isEqualTo(SERVER);
    assertThat(segment.sequence()).isEqualTo(-5);
    assertThat(StandardCharsets.UTF_8.decode(segment.payload()).toString()).isEqualTo("read");
    assertThat(segment.opens()).isFalse();
  }

  @Test
  void theFirstOfAConnectionOpensIt() {
    assertThat(opens(Frames.SYN)).isTrue();
    assertThat(opens(Frames.SYN | Frames.ACK)).isFalse();
    assertThat(opens(Frames.ACK)).isFalse();
  }

  @Test
  void paddingOfAShortFrameIsNotPayload() {
    ByteBuffer padded = ByteBuffer.allocate(100).put(frame("ab").bytes()).position(0);

    assertThat(TcpSegment.in(padded).orElseThrow().payload().remaining()).isEqualTo(2);
  }

  @Test
  void whatIsCutShortIsNoSegment() {
    ByteBuffer whole = frame("read").bytes();

    assertThat(IntStream.range(0, whole.limit()))
        .allSatisfy(length -> assertThat(TcpSegment.in(whole.duplicate().limit(length))).isEmpty());
  }

  @Test
  void anythingElseIsNoSegment() {
    ByteBuffer arp = frame("x").bytes();
    arp.putShort(12, (short) 0x0806);
    ByteBuffer udp = frame("x").bytes();
    udp.put(14 + 9, (byte) 17);

    assertThat(TcpSegment.in(arp)).isEmpty();
    assertThat(TcpSegment.in(udp)).isEmpty();
  }

  private static boolean opens(int flags) {
    Frame frame = Frames.segment(1, false, CLIENT, SERVER, 0, flags, "");
    return TcpSegment.in(frame.bytes()).orElseThrow().opens();
  }

  private static Frame frame(String payload) {
    return Frames.segment(1, false, CLIENT, SERVER, -5, Frames.ACK, payload);
  }
}
