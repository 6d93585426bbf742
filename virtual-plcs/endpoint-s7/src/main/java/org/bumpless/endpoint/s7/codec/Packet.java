package org.bumpless.endpoint.s7.codec;

import java.nio.ByteBuffer;

/** How a packet is laid out: TPKT (RFC 1006), COTP data (ISO 8073, 13.7), S7comm header. */
final class Packet {
  static final int TPKT_BYTES = 4;
  static final int COTP_DATA = 0xF0;
  static final int COTP_CONNECT = 0xE0;

  /** Where the COTP type stands. */
  static final int COTP_TYPE = 5;

  /** Where S7comm begins in a data packet. */
  static final int S7 = 7;

  /** Where the reference stands in a data packet. */
  static final int REFERENCE = S7 + 4;

  static final int JOB = 1;
  static final int ACK_DATA = 3;
  static final int USER_DATA = 7;

  private static final int TPKT_VERSION = 3;
  private static final int S7_PROTOCOL = 0x32;
  private static final int HEAD_BYTES = 10;
  private static final int ERROR_BYTES = 2;

  private final byte[] bytes;

  private Packet(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A data packet whose lengths are sound.
   *
   * @throws BadPacketException if they are not
   */
  static Packet data(byte[] bytes) throws BadPacketException {
    Packet packet = new Packet(bytes);
    if (bytes.length < S7 + HEAD_BYTES || (bytes[S7] & 0xFF) != S7_PROTOCOL) {
      throw new BadPacketException("no S7comm in a data packet");
    }
    if (packet.parameter() + packet.parameterBytes() + packet.dataBytes() != bytes.length) {
      throw new BadPacketException("lengths of parameter and data that do not fill the packet");
    }
    return packet;
  }

  int type() {
    return bytes[S7 + 1] & 0xFF;
  }

  int reference() {
    return at16(REFERENCE);
  }

  int parameter() {
    return S7 + HEAD_BYTES + (type() == JOB || type() == USER_DATA ? 0 : ERROR_BYTES);
  }

  int parameterBytes() {
    return at16(S7 + 6);
  }

  int dataBytes() {
    return at16(S7 + 8);
  }

  /** The function of a job; 0 if it has none. */
  int function() {
    return parameterBytes() == 0 ? 0 : bytes[parameter()] & 0xFF;
  }

  /** Whether an answer says that something went wrong. */
  boolean error() {
    return at16(S7 + HEAD_BYTES) != 0;
  }

  ByteBuffer parameters() {
    return ByteBuffer.wrap(bytes, parameter(), parameterBytes()).slice();
  }

  ByteBuffer contents() {
    return ByteBuffer.wrap(bytes, parameter() + parameterBytes(), dataBytes()).slice();
  }

  private int at16(int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  /** Makes a packet of a job, or of what the maker calls user data. */
  static byte[] of(int type, int reference, byte[] parameter, byte[] data) {
    return whole(type, reference, parameter, data, 0, 0, false);
  }

  /** Makes a packet of an answer. */
  static byte[] answer(
      int reference, byte[] parameter, byte[] data, int errorClass, int errorCode) {
    return whole(ACK_DATA, reference, parameter, data, errorClass, errorCode, true);
  }

  private static byte[] whole(
      int type,
      int reference,
      byte[] parameter,
      byte[] data,
      int errorClass,
      int errorCode,
      boolean errors) {
    int length = S7 + HEAD_BYTES + (errors ? ERROR_BYTES : 0) + parameter.length + data.length;
    byte[] packet = new byte[length];
    ByteBuffer out = ByteBuffer.wrap(packet);
    out.put((byte) TPKT_VERSION).put((byte) 0).putShort((short) length);
    out.put((byte) 2).put((byte) COTP_DATA).put((byte) 0x80);
    out.put((byte) S7_PROTOCOL).put((byte) type).putShort((short) 0).putShort((short) reference);
    out.putShort((short) parameter.length).putShort((short) data.length);
    if (errors) {
      out.put((byte) errorClass).put((byte) errorCode);
    }
    out.put(parameter).put(data);
    return packet;
  }
}
