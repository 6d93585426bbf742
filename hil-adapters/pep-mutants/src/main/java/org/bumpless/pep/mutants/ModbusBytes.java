package org.bumpless.pep.mutants;

/** Where things stand in a Modbus TCP frame. */
final class ModbusBytes {
  private static final int FUNCTION = 7;

  private ModbusBytes() {}

  /** Function code of the frame that begins at an offset. */
  static int function(byte[] bytes, int offset) {
    return bytes[offset + FUNCTION] & 0xFF;
  }
}
