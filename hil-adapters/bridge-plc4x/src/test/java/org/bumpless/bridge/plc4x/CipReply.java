package org.bumpless.bridge.plc4x;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an object of CIP answers (volume 1, 2-4.2 and appendix B).
 *
 * @param status general status, 0 to 255
 * @param extended words of the additional status
 * @param data the rest, from position to limit
 */
record CipReply(int status, List<Integer> extended, ByteBuffer data) {
  static final int SUCCESS = 0x00;
  static final int CONNECTION_FAILURE = 0x01;
  static final int PATH_SEGMENT_ERROR = 0x04;
  static final int PATH_DESTINATION_UNKNOWN = 0x05;
  static final int SERVICE_NOT_SUPPORTED = 0x08;
  static final int PRIVILEGE_VIOLATION = 0x0F;
  static final int NOT_ENOUGH_DATA = 0x13;
  static final int EMBEDDED_ERROR = 0x1E;

  /** The maker's own; the additional status says more. */
  static final int GENERAL = 0xFF;

  static final int BEYOND_THE_END = 0x2105;
  static final int OTHER_TYPE = 0x2107;

  static CipReply of(int status, int... extended) {
    return new CipReply(status, IntStream.of(extended).boxed().toList(), data(0));
  }

  static CipReply with(ByteBuffer data) {
    return new CipReply(SUCCESS, List.of(), data);
  }

  /** Room for the words of CIP, which are little-endian. */
  static ByteBuffer data(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The answer as it goes on the wire, flipped. */
  ByteBuffer bytes(int service) {
    ByteBuffer all = data(4 + 2 * extended.size() + data.remaining());
    all.put((byte) (service | 0x80)).put((byte) 0).put((byte) status).put((byte) extended.size());
    extended.forEach(word -> all.putShort(word.shortValue()));
    return all.put(data.duplicate()).flip();
  }
}
