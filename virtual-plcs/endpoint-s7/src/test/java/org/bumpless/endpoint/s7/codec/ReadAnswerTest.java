package org.bumpless.endpoint.s7.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.plc4x.java.s7.readwrite.COTPPacketData;
import org.apache.plc4x.java.s7.readwrite.DataTransportErrorCode;
import org.apache.plc4x.java.s7.readwrite.DataTransportSize;
import org.apache.plc4x.java.s7.readwrite.S7MessageResponseData;
import org.apache.plc4x.java.s7.readwrite.S7ParameterReadVarResponse;
import org.apache.plc4x.java.s7.readwrite.S7PayloadReadVarResponse;
import org.apache.plc4x.java.s7.readwrite.S7VarPayloadDataItem;
import org.apache.plc4x.java.s7.readwrite.TPKTPacket;
import org.apache.plc4x.java.spi.generation.SerializationException;
import org.apache.plc4x.java.spi.generation.WriteBufferByteBased;
import org.junit.jupiter.api.Test;

/** Where a read does not go through PLC4X's classes, it means the same as if it did. */
class ReadAnswerTest {
  private static final long SEED = 41;

  /** A read of four bytes of data block 1. */
  private static final byte[] READ = {
    3,
    0,
    0,
    31,
    2,
    (byte) 0xF0,
    (byte) 0x80,
    0x32,
    1,
    0,
    0,
    0,
    7,
    0,
    14,
    0,
    0,
    4,
    1,
    0x12,
    10,
    0x10,
    2,
    0,
    4,
    0,
    1,
    (byte) 0x84,
    0,
    0,
    0
  };

  @Test
  void anAnswerIsByteForByteWhatPlc4xWrites() throws SerializationException {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      List<S7Answer.Value> values = new ArrayList<>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        values.add(value(random));
      }
      S7Answer.Values answer = new S7Answer.Values(random.nextInt(0x1_0000), values);
      assertThat(new Plc4xCodec().encode(answer))
          .as("%s, round %d, seed %d", answer, round, SEED)
          .isEqualTo(byPlc4x(answer));
    }
  }

  private static S7Answer.Value value(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new S7Answer.Value(S7Answer.Code.INVALID_ADDRESS, false, new byte[0]);
      case 1 -> new S7Answer.Value(S7Answer.Code.OK, true, new byte[] {1});
      default -> {
        byte[] bytes = new byte[1 + random.nextInt(9)];
        random.nextBytes(bytes);
        yield new S7Answer.Value(S7Answer.Code.OK, false, bytes);
      }
    };
  }

  private static byte[] byPlc4x(S7Answer.Values answer) throws SerializationException {
    TPKTPacket packet =
        new TPKTPacket(
            new COTPPacketData(
                List.of(),
                new S7MessageResponseData(
                    answer.reference(),
                    new S7ParameterReadVarResponse((short) answer.values().size()),
                    new S7PayloadReadVarResponse(
                        answer.values().stream().map(ReadAnswerTest::item).toList()),
                    (short) 0,
                    (short) 0),
                true,
                (byte) 0));
    WriteBufferByteBased out = new WriteBufferByteBased(packet.getLengthInBytes());
    packet.serialize(out);
    return out.getBytes();
  }

  private static S7VarPayloadDataItem item(S7Answer.Value value) {
    if (value.code() != S7Answer.Code.OK) {
      return new S7VarPayloadDataItem(
          DataTransportErrorCode.INVALID_ADDRESS, DataTransportSize.NULL, new byte[0]);
    }
    return new S7VarPayloadDataItem(
        DataTransportErrorCode.OK,
        value.bit() ? DataTransportSize.BIT : DataTransportSize.BYTE_WORD_DWORD,
        value.bytes());
  }

  @Test
  void aReadThatComesAgainIsTheSameButForItsReference() throws BadPacketException {
    RememberingCodec codec = new RememberingCodec(new Plc4xCodec());
    S7Request.Read first = (S7Request.Read) codec.decode(READ);
    byte[] again = READ.clone();
    again[11] = (byte) 0x80;
    S7Request.Read second = (S7Request.Read) codec.decode(again);

    assertThat(first.reference()).isEqualTo(7);
    assertThat(second.reference()).isEqualTo(0x8007);
    assertThat(second.items()).isEqualTo(first.items()).hasSize(1);
    assertThat(first.items().getFirst().range()).map(Range::toString).contains("DB1.DBB0 x 4");
  }

  @Test
  void whateverElseDiffersIsTakenApart() throws BadPacketException {
    RememberingCodec codec = new RememberingCodec(new Plc4xCodec());
    codec.decode(READ);
    byte[] shorter = READ.clone();
    shorter[24] = 2;
    assertThat(((S7Request.Read) codec.decode(shorter)).items().getFirst().range())
        .map(Range::bytes)
        .contains(2);
    byte[] broken = READ.clone();
    broken[14] = 9;
    assertThatThrownBy(() -> codec.decode(broken)).isInstanceOf(BadPacketException.class);
    assertThat(((S7Request.Read) codec.decode(READ)).items().getFirst().range())
        .map(Range::bytes)
        .contains(4);
  }
}
