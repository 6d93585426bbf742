package org.bumpless.endpoint.s7.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bumpless.endpoint.s7.codec.Functions;
import org.bumpless.endpoint.s7.codec.Password;
import org.bumpless.endpoint.s7.codec.Range;
import org.bumpless.plant.model.S7Address.Area;

/** Packets of a client as bytes (RFC 1006; names of fields as in Wireshark's dissector). */
final class Wire {
  private static final int HEAD_BYTES = 17;
  private static final int JOB = 1;
  private static final int ACK_DATA = 3;
  private static final int USER_DATA = 7;
  private static final byte ITEM_ANY = 0x12;
  private static final byte ITEM_BYTES = 10;
  private static final byte SYNTAX_ANY = 0x10;
  private static final byte TRANSPORT_BIT = 1;
  private static final byte TRANSPORT_BYTE = 2;
  private static final byte DATA_BIT = 3;
  private static final byte DATA_BYTES = 4;

  private Wire() {}

  /** A connection request of ISO transport for rack 0, slot 2. */
  static byte[] connect() {
    return new byte[] {
      3,
      0,
      0,
      22,
      17,
      (byte) 0xE0,
      0,
      0,
      0,
      1,
      0,
      (byte) 0xC0,
      1,
      10,
      (byte) 0xC1,
      2,
      1,
      0,
      (byte) 0xC2,
      2,
      1,
      2
    };
  }

  static byte[] setup(int reference, int pduBytes) {
    byte[] parameter =
        ByteBuffer.allocate(8)
            .put((byte) Functions.SETUP_COMMUNICATION)
            .put((byte) 0)
            .putShort((short) 1)
            .putShort((short) 1)
            .putShort((short) pduBytes)
            .array();
    return job(reference, parameter, new byte[0]);
  }

  static byte[] read(int reference, List<Range> ranges) {
    return job(reference, items(Functions.READ_VAR, ranges), new byte[0]);
  }

  /**
   * A write.
   *
   * @param values as many as ranges
   */
  static byte[] write(int reference, List<Range> ranges, List<byte[]> values) {
    int bytes = values.stream().mapToInt(value -> 4 + value.length + value.length % 2).sum();
    ByteBuffer data = ByteBuffer.allocate(bytes);
    for (int i = 0; i < ranges.size(); i++) {
      byte[] value = values.get(i);
      boolean single = ranges.get(i).single();
      data.put((byte) 0)
          .put(single ? DATA_BIT : DATA_BYTES)
          .putShort((short) (single ? 1 : 8 * value.length))
          .put(value);
      if (value.length % 2 == 1 && i < ranges.size() - 1) {
        data.put((byte) 0);
      }
    }
    byte[] written = new byte[data.position()];
    data.get(0, written);
    return job(reference, items(Functions.WRITE_VAR, ranges), written);
  }

  private static byte[] items(int function, List<Range> ranges) {
    ByteBuffer parameter = ByteBuffer.allocate(2 + 12 * ranges.size());
    parameter.put((byte) function).put((byte) ranges.size());
    for (Range range : ranges) {
      int place = 8 * range.offset() + (range.single() ? range.bit() : 0);
      parameter
          .put(ITEM_ANY)
          .put(ITEM_BYTES)
          .put(SYNTAX_ANY)
          .put(range.single() ? TRANSPORT_BIT : TRANSPORT_BYTE)
          .putShort((short) range.bytes())
          .putShort((short) range.block())
          .put(code(range.area()))
          .put((byte) (place >> 16))
          .putShort((short) place);
    }
    return parameter.array();
  }

  private static byte code(Area area) {
    return (byte)
        switch (area) {
          case INPUT -> 0x81;
          case OUTPUT -> 0x82;
          case MARKER -> 0x83;
          case DATA_BLOCK -> 0x84;
        };
  }

  static byte[] stop(int reference) {
    return job(
        reference,
        service(ByteBuffer.allocate(6).put((byte) Functions.PLC_STOP), "P_PROGRAM"),
        new byte[0]);
  }

  static byte[] start(int reference) {
    return job(reference, service(invoke().putShort((short) 0), "P_PROGRAM"), new byte[0]);
  }

  static byte[] insert(int reference, String block) {
    byte[] name = ascii(block);
    ByteBuffer head =
        invoke().putShort((short) (2 + name.length)).put((byte) 1).put((byte) 0).put(name);
    return job(reference, service(head, "_INSE"), new byte[0]);
  }

  private static ByteBuffer invoke() {
    return ByteBuffer.allocate(64)
        .put((byte) Functions.PI_SERVICE)
        .put(new byte[6])
        .put((byte) 0xFD);
  }

  private static byte[] service(ByteBuffer head, String name) {
    byte[] text = ascii(name);
    int bytes = head.get(0) == Functions.PLC_STOP ? 6 : head.position();
    byte[] parameter = new byte[bytes + 1 + text.length];
    head.get(0, parameter, 0, bytes);
    parameter[bytes] = (byte) text.length;
    System.arraycopy(text, 0, parameter, bytes + 1, text.length);
    return parameter;
  }

  static byte[] beginDownload(int reference, String file, int bytes) {
    byte[] name = ascii(file);
    byte[] lengths = ascii("1%06d%06d".formatted(bytes, bytes));
    byte[] parameter =
        ByteBuffer.allocate(10 + name.length + lengths.length)
            .put((byte) Functions.REQUEST_DOWNLOAD)
            .put(new byte[] {0, 1, 0, 0, 0, 0, 0})
            .put((byte) name.length)
            .put(name)
            .put((byte) lengths.length)
            .put(lengths)
            .array();
    return job(reference, parameter, new byte[0]);
  }

  /** An answer to the controller that fetches a block. */
  static byte[] part(int reference, byte[] part, boolean more) {
    byte[] parameter = {(byte) Functions.DOWNLOAD_BLOCK, (byte) (more ? 1 : 0)};
    ByteBuffer data =
        ByteBuffer.allocate(4 + part.length)
            .putShort((short) part.length)
            .putShort((short) 0x00FB)
            .put(part);
    return whole(ACK_DATA, reference, parameter, data.array(), true);
  }

  /** An answer to the controller that has fetched a block. */
  static byte[] ended(int reference) {
    return whole(
        ACK_DATA, reference, new byte[] {(byte) Functions.DOWNLOAD_ENDED}, new byte[0], true);
  }

  static byte[] statusList(int reference, int list, int index) {
    byte[] parameter = {0, 1, 0x12, 4, 0x11, 0x44, 1, 0};
    byte[] data =
        ByteBuffer.allocate(8)
            .put((byte) 0xFF)
            .put((byte) 9)
            .putShort((short) 4)
            .putShort((short) list)
            .putShort((short) index)
            .array();
    return whole(USER_DATA, reference, parameter, data, false);
  }

  static byte[] unlock(int reference, String password) {
    byte[] parameter = {0, 1, 0x12, 4, 0x11, 0x45, 1, 0};
    byte[] data =
        ByteBuffer.allocate(4 + Password.CHARACTERS)
            .put((byte) 0xFF)
            .put((byte) 9)
            .putShort((short) Password.CHARACTERS)
            .put(Password.encode(password))
            .array();
    return whole(USER_DATA, reference, parameter, data, false);
  }

  private static byte[] job(int reference, byte[] parameter, byte[] data) {
    return whole(JOB, reference, parameter, data, false);
  }

  private static byte[] whole(
      int type, int reference, byte[] parameter, byte[] data, boolean errors) {
    int length = HEAD_BYTES + (errors ? 2 : 0) + parameter.length + data.length;
    ByteBuffer out =
        ByteBuffer.allocate(length)
            .put(new byte[] {3, 0})
            .putShort((short) length)
            .put(new byte[] {2, (byte) 0xF0, (byte) 0x80, 0x32, (byte) type, 0, 0})
            .putShort((short) reference)
            .putShort((short) parameter.length)
            .putShort((short) data.length);
    if (errors) {
      out.putShort((short) 0);
    }
    return out.put(parameter).put(data).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
