package org.bumpless.pep.reference.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModbusGuardTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @ValueSource(strings = {"010064000a", "020064000a", "030064000a", "040064000a", "2b0e0100"})
  void readingFunctionsPassInEveryScope(String pdu) throws IOException {
    for (Scope scope : Scope.values()) {
      assertThat(decisions(scope, frame(pdu))).containsExactly("read " + hex(frame(pdu)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "050000ff00",
        "060064002a",
        "0f000000080101",
        "1000640001 02 002a",
        "16006400ff00ff",
        "170064000100640001 02 002a"
      })
  void writingFunctionsPassOnlyInReadWriteSessions(String pdu) throws IOException {
    byte[] frame = frame(pdu);
    int function = frame[7];
    assertThat(decisions(Scope.READ_WRITE, frame)).containsExactly("write " + hex(frame));
    assertThat(decisions(Scope.READ_ONLY, frame))
        .containsExactly(
            "answer 123400000003" + "07" + HEX.toHexDigits((byte) (function | 0x80)) + "01");
  }

  @Test
  void everyOtherFunctionIsRefusedInEveryScope() throws IOException {
    List<Integer> known = List.of(1, 2, 3, 4, 5, 6, 15, 16, 22, 23);
    for (int function : IntStream.rangeClosed(0, 255).filter(f -> !known.contains(f)).toArray()) {
      byte[] frame = frame(HEX.toHexDigits((byte) function) + "00640001");
      for (Scope scope : Scope.values()) {
        assertThat(decisions(scope, frame))
            .as("function %d, %s", function, scope)
            .containsExactly(
                "answer 12340000000307" + HEX.toHexDigits((byte) (function | 0x80)) + "01");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a read with a write behind it in one frame, 0300640001 060064002a, 83",
    "a read cut short, 030064, 83",
    "a write cut short, 0600, 86",
    "a byte count that lies, 1000640001ff002a, 90",
    "no byte count at all, 1000640001, 90",
    "a read-write whose count lies, 170064000100640001 04 002a, 97",
    "device identification with more behind it, 2b0e010000, ab"
  })
  void aKnownFunctionOfAnotherSizeIsRefusedAsBadData(String what, String pdu, String function)
      throws IOException {
    for (Scope scope : Scope.values()) {
      assertThat(decisions(scope, frame(pdu)))
          .as(what)
          .containsExactly("answer 12340000000307" + function + "03");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "protocol id, 000100010006010300640001",
    "protocol id low byte only, 00010080",
    "protocol id high byte only, 000180",
    "length 0, 000100000000",
    "length 1, 00010000000101",
    "length 255, 0001000000ff0103",
    "length 65535, 00010000ffff0103",
    "HTTP, 474554202f20485454502f312e31"
  })
  void aMalformedHeaderEndsTheSession(String what, String stream) throws IOException {
    assertThat(decisions(Scope.READ_WRITE, HEX.parseHex(stream)))
        .as(what)
        .containsExactly("end malformed message");
  }

  @Test
  void theLongestFrameIsTaken() {
    byte[] header = HEX.parseHex("0001000000fe");
    assertThat(new ModbusFraming().lengthAt(header, 0, header.length)).isEqualTo(260);
    assertThat(new ModbusFraming().lengthAt(header, 0, 2)).isEqualTo(Framing.INCOMPLETE);
  }

  @Test
  void everyUnitAndTransactionPassesAsItIs() throws IOException {
    byte[] frame = HEX.parseHex("ffff00000006ff0300640001");
    assertThat(decisions(Scope.READ_ONLY, frame)).containsExactly("read " + hex(frame));
  }

  @Test
  void allMessagesOfASegmentAreJudged() throws IOException {
    String read = hex(frame("0300640001"));
    String write = hex(frame("060064002a"));
    assertThat(decisions(Scope.READ_ONLY, HEX.parseHex(read + write + read)))
        .containsExactly("read " + read, "answer 123400000003078601", "read " + read);
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void decisionsDoNotDependOnHowTheStreamIsCut(Scope scope) throws IOException {
    long seed = ThreadLocalRandom.current().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      byte[] stream = stream(random);
      List<String> expected = Segments.decisions(new ModbusGuard(), scope, Segments.whole(stream));
      String about = "seed " + seed + ", round " + round + ", stream " + hex(stream);
      assertThat(Segments.decisions(new ModbusGuard(), scope, Segments.bytes(stream)))
          .as(about)
          .isEqualTo(expected);
      assertThat(Segments.decisions(new ModbusGuard(), scope, Segments.random(stream, random)))
          .as(about)
          .isEqualTo(expected);
    }
  }

  /** Frames good and bad, now and then one with a broken header. */
  private static byte[] stream(SplittableRandom random) {
    List<String> pdus =
        List.of(
            "0300640001", "060064002a", "2b0e0100", "16006400ff00ff", "41", "0f000000080101", "03");
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      byte[] frame = frame(pdus.get(random.nextInt(pdus.size())));
      if (random.nextInt(30) == 0) {
        frame[2 + random.nextInt(4)] = (byte) random.nextInt(256);
      }
      frames.add(hex(frame));
    }
    return HEX.parseHex(String.join("", frames));
  }

  private static List<String> decisions(Scope scope, byte[] stream) throws IOException {
    return Segments.decisions(new ModbusGuard(), scope, Segments.whole(stream));
  }

  /** Transaction 0x1234, unit 7. */
  private static byte[] frame(String pdu) {
    String bytes = pdu.replace(" ", "");
    return HEX.parseHex(
        "12340000" + HEX.toHexDigits((short) (bytes.length() / 2 + 1)) + "07" + bytes);
  }

  private static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }
}
