package org.bumpless.pep.reference.opcua;

/** Numbers as OPC UA Binary writes them: little-endian (OPC 10000-6, 5.2.2). */
final class UaBytes {
  private UaBytes() {}

  /** An unsigned 16-bit number. */
  static int u16(byte[] bytes, int offset) {
    return bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8;
  }

  /** An unsigned 32-bit number. */
  static long u32(byte[] bytes, int offset) {
    return u16(bytes, offset) | (long) u16(bytes, offset + 2) << 16;
  }
}
