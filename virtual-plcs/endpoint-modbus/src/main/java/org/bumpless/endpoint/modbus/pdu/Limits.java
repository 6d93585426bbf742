package org.bumpless.endpoint.modbus.pdu;

/**
 * How much one request may carry (Modbus Application Protocol V1.1b3, 4.1 and 6) and how a frame is
 * laid out on TCP.
 */
public final class Limits {
  public static final int READ_BITS = 2000;
  public static final int READ_REGISTERS = 125;
  public static final int WRITE_BITS = 1968;
  public static final int WRITE_REGISTERS = 123;

  /** Registers written by function 23, which has a longer head. */
  public static final int READ_WRITE_WRITTEN = 121;

  public static final int PDU_BYTES = 253;

  /** Transaction id, protocol id, length and unit id. */
  public static final int HEADER_BYTES = 7;

  /** The part of the header that the length field does not count. */
  public static final int UNCOUNTED_BYTES = 6;

  /** Smallest length field: unit id and function code. */
  public static final int LENGTH_MIN = 2;

  /** Greatest length field: unit id and the longest PDU. */
  public static final int LENGTH_MAX = 1 + PDU_BYTES;

  public static final int FRAME_BYTES = UNCOUNTED_BYTES + LENGTH_MAX;

  private Limits() {}
}
