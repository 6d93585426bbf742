package org.bumpless.pep.reference.modbus;

import org.bumpless.pep.reference.frames.Framing;

/**
 * The MBAP header (Modbus Messaging on TCP/IP V1.0b, 3.1.3): transaction, protocol id 0, length,
 * then unit and PDU.
 */
public final class ModbusFraming implements Framing {
  /** Bytes that the length field does not count. */
  static final int PREFIX = 6;

  /** A unit and a function code. */
  private static final int LENGTH_MIN = 2;

  /** A unit and the longest PDU. */
  private static final int LENGTH_MAX = 254;

  @Override
  public int lengthAt(byte[] bytes, int offset, int available) {
    if (available >= 3 && bytes[offset + 2] != 0 || available >= 4 && bytes[offset + 3] != 0) {
      return MALFORMED;
    }
    if (available < PREFIX) {
      return INCOMPLETE;
    }
    int length = (bytes[offset + 4] & 0xFF) << 8 | bytes[offset + 5] & 0xFF;
    return length < LENGTH_MIN || length > LENGTH_MAX ? MALFORMED : PREFIX + length;
  }

  @Override
  public int longest() {
    return PREFIX + LENGTH_MAX;
  }
}
