package org.bumpless.pep.reference.opcua;

/**
 * Which service a message asks for: the NodeId at the start of its body (OPC 10000-6, 5.2.2.9 and
 * 6.7.2.4).
 */
final class ServiceId {
  /** No service of OPC UA stands there. */
  static final int NONE = -1;

  private static final int TWO_BYTE = 0;
  private static final int FOUR_BYTE = 1;
  private static final int NUMERIC = 2;

  private ServiceId() {}

  /**
   * Reads the id.
   *
   * @param at offset of the body
   * @param end offset behind the chunk
   * @return the numeric id in namespace 0, or {@link #NONE}
   */
  static int at(byte[] bytes, int at, int end) {
    int left = end - at;
    if (left < 2) {
      return NONE;
    }
    return switch (bytes[at]) {
      case TWO_BYTE -> bytes[at + 1] & 0xFF;
      case FOUR_BYTE -> left >= 4 && bytes[at + 1] == 0 ? UaBytes.u16(bytes, at + 2) : NONE;
      case NUMERIC -> left >= 7 && UaBytes.u16(bytes, at + 1) == 0 ? id(bytes, at + 3) : NONE;
      default -> NONE;
    };
  }

  private static int id(byte[] bytes, int at) {
    long id = UaBytes.u32(bytes, at);
    return id <= Integer.MAX_VALUE ? (int) id : NONE;
  }
}
