package org.bumpless.pep.reference.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S7GuardTest {
  private static final byte[] CONNECT =
      HexFormat.of().parseHex("0300001611e00000000100c0010ac1020100c2020102");
  private static final int JOB = 1;
  private static final int ACK_DATA = 3;
  private static final int USER_DATA = 7;

  private final S7Guard guard = new S7Guard();

  @ParameterizedTest
  @ValueSource(ints = {0xF0, 0x04, 0x1D, 0x1E, 0x1F})
  void jobsThatReadPassInEverySession(int function) {
    connect();
    assertThat(judge(job(function), Scope.READ_ONLY)).isEqualTo(Verdict.READ);
    assertThat(judge(job(function), Scope.READ_WRITE)).isEqualTo(Verdict.READ);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x05, 0x1A, 0x28, 0x29})
  void jobsThatChangeSomethingPassInAReadWriteSessionOnly(int function) throws IOException {
    connect();
    assertThat(judge(job(function), Scope.READ_WRITE)).isEqualTo(Verdict.WRITE);
    assertThat(judge(job(function), Scope.READ_ONLY))
        .isInstanceOfSatisfying(
            Verdict.Answer.class,
            answer ->
                assertThat(answer.reason())
                    .isEqualTo("function " + function + " writes in a read-only session"));
  }

  @Test
  void aRefusedJobIsAnsweredUnderItsReference() throws IOException {
    connect();
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    ((Verdict.Answer) judge(job(0x29), Scope.READ_ONLY)).writeTo(reply);
    assertThat(HexFormat.of().formatHex(reply.toByteArray()))
        .isEqualTo("0300001402f080" + "32030000" + "1234" + "00010000" + "8701" + "29");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x06, 0x1B, 0x2A, 0xF1, 0xFF})
  void jobsOnNoListPassInNoSession(int function) {
    connect();
    assertThat(judge(job(function), Scope.READ_WRITE))
        .isInstanceOfSatisfying(
            Verdict.Answer.class,
            answer -> assertThat(answer.reason()).endsWith("is not on a list"));
  }

  @ParameterizedTest
  @CsvSource({
    "0x44, 1, true, true",
    "0x43, 1, true, true",
    "0x43, 3, true, true",
    "0x47, 1, true, true",
    "0x45, 1, false, true",
    "0x45, 2, false, true",
    "0x47, 2, false, false",
    "0x44, 2, false, false",
    "0x42, 1, false, false",
    "0x84, 1, false, false"
  })
  void userDataPassesByWhatIsWantedOfItsGroup(
      String group, int wanted, boolean readOnly, boolean readWrite) {
    connect();
    byte[] parameter = {0, 1, 0x12, 4, 0x11, Integer.decode(group).byteValue(), (byte) wanted, 0};
    byte[] packet = packet(USER_DATA, parameter, new byte[8]);
    assertThat(judge(packet, Scope.READ_ONLY) instanceof Verdict.Pass).isEqualTo(readOnly);
    assertThat(judge(packet, Scope.READ_WRITE) instanceof Verdict.Pass).isEqualTo(readWrite);
    parameter[2] = 0x13;
    assertThat(judge(packet(USER_DATA, parameter, new byte[8]), Scope.READ_WRITE))
        .isInstanceOf(Verdict.Close.class);
  }

  @Test
  void aBlockThatTheControllerFetchesPassesInAReadWriteSessionOnly() {
    connect();
    byte[] part = packet(ACK_DATA, new byte[] {0x1B, 0}, new byte[20]);
    assertThat(judge(part, Scope.READ_WRITE)).isEqualTo(Verdict.WRITE);
    assertThat(judge(part, Scope.READ_ONLY)).isInstanceOf(Verdict.Close.class);
    assertThat(judge(packet(ACK_DATA, new byte[] {5, 0}, new byte[1]), Scope.READ_WRITE))
        .as("an answer to a write, from a client")
        .isInstanceOf(Verdict.Close.class);
  }

  @Test
  void aSessionBeginsWithAConnectionRequestAndHasOneOnly() {
    assertThat(judge(job(0xF0), Scope.READ_WRITE)).isInstanceOf(Verdict.Close.class);
    byte[] cut = CONNECT.clone();
    cut[4] = 16;
    assertThat(judge(cut, Scope.READ_WRITE)).isInstanceOf(Verdict.Close.class);
    connect();
    assertThat(judge(CONNECT, Scope.READ_WRITE)).isInstanceOf(Verdict.Close.class);
  }

  @Test
  void whatIsNotWholeOrNotSoundEndsTheSession() {
    connect();
    byte[] piece = job(0x04);
    piece[6] = 0;
    assertThat(judge(piece, Scope.READ_WRITE))
        .as("to be continued")
        .isInstanceOf(Verdict.Close.class);
    byte[] longer = job(0x04);
    longer[16] = 9;
    assertThat(judge(longer, Scope.READ_WRITE)).isInstanceOf(Verdict.Close.class);
    byte[] foreign = job(0x04);
    foreign[7] = 0x72;
    assertThat(judge(foreign, Scope.READ_WRITE))
        .as("S7comm plus")
        .isInstanceOf(Verdict.Close.class);
    assertThat(judge(packet(JOB, new byte[0], new byte[2]), Scope.READ_WRITE))
        .isInstanceOf(Verdict.Close.class);
    assertThat(judge(packet(2, new byte[] {4}, new byte[0]), Scope.READ_WRITE))
        .isInstanceOf(Verdict.Close.class);
  }

  @ParameterizedTest
  @CsvSource({
    "03, 1, 0",
    "0300, 2, 0",
    "03000016, 4, 22",
    "04, 1, -1",
    "0301, 2, -1",
    "03000006, 4, -1",
    "03000801, 4, -1",
    "03000800, 4, 2048"
  })
  void aMessageIsAsLongAsItsHeaderSays(String bytes, int available, int length) {
    Framing framing = new S7Framing();
    assertThat(framing.lengthAt(HexFormat.of().parseHex(bytes), 0, available)).isEqualTo(length);
    assertThat(length).isLessThanOrEqualTo(framing.longest());
  }

  private void connect() {
    assertThat(judge(CONNECT, Scope.READ_ONLY)).isEqualTo(Verdict.READ);
  }

  /** Judged where it stands behind something else. */
  private Verdict judge(byte[] packet, Scope scope) {
    byte[] bytes = new byte[packet.length + 5];
    System.arraycopy(packet, 0, bytes, 3, packet.length);
    return guard.inspect(bytes, 3, packet.length, scope);
  }

  private static byte[] job(int function) {
    return packet(JOB, new byte[] {(byte) function, 1, 2, 3}, new byte[4]);
  }

  private static byte[] packet(int type, byte[] parameter, byte[] data) {
    int head = type == ACK_DATA || type == 2 ? 19 : 17;
    int length = head + parameter.length + data.length;
    ByteBuffer packet =
        ByteBuffer.allocate(length)
            .put(new byte[] {3, 0})
            .putShort((short) length)
            .put(new byte[] {2, (byte) 0xF0, (byte) 0x80, 0x32, (byte) type, 0, 0, 0x12, 0x34})
            .putShort((short) parameter.length)
            .putShort((short) data.length);
    if (head == 19) {
      packet.putShort((short) 0);
    }
    return packet.put(parameter).put(data).array();
  }
}
