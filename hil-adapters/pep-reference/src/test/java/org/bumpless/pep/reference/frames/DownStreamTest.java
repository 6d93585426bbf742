package org.bumpless.pep.reference.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.bumpless.pep.reference.modbus.ModbusFraming;
import org.junit.jupiter.api.Test;

class DownStreamTest {
  private final RecordingRelay relay = new RecordingRelay();

  @Test
  void aControllersMessageIsHeldUntilItIsWhole() throws IOException {
    DownStream down = DownStream.whole(new ModbusFraming(), relay);
    assertThat(accept(down, "000100000003")).isTrue();
    assertThat(relay.done()).isEmpty();
    assertThat(accept(down, "01830200020000")).isTrue();
    assertThat(relay.done()).containsExactly("down 000100000003018302");
  }

  @Test
  void whatIsNotModbusEndsTheStream() throws IOException {
    assertThat(accept(DownStream.whole(new ModbusFraming(), relay), "485454502f31")).isFalse();
    assertThat(relay.done()).isEmpty();
  }

  @Test
  void otherProtocolsPassInAnyPieces() throws IOException {
    DownStream down = DownStream.pieces(relay);
    assertThat(accept(down, "41")).isTrue();
    assertThat(accept(down, "434b")).isTrue();
    assertThat(relay.done()).containsExactly("down 41", "down 434b");
  }

  private static boolean accept(DownStream down, String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return down.accept(bytes, bytes.length);
  }
}
