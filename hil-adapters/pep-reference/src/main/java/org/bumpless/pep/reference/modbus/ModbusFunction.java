package org.bumpless.pep.reference.modbus;

/** What a Modbus request asks for, by its function code and its shape. */
enum ModbusFunction {
  READS,
  WRITES,
  /**
   * A known function in a PDU of the wrong size: what a controller makes of it is anybody's guess.
   */
  MISSHAPEN,
  /** Nothing that is on a list. */
  UNKNOWN;

  private static final int ENCAPSULATED_TRANSPORT = 0x2B;

  /** The maker's function of the bench's controllers: state, start, stop, download, upload. */
  private static final int ENGINEERING = 65;

  private static final int READ_DEVICE_IDENTIFICATION = 0x0E;

  /**
   * Classifies a PDU (Modbus Application Protocol V1.1b3, 6).
   *
   * @param pdu offset of the function code
   * @param size bytes of the PDU, 1 at least
   */
  static ModbusFunction of(byte[] bytes, int pdu, int size) {
    return switch (bytes[pdu] & 0xFF) {
      case 1, 2, 3, 4 -> size == 5 ? READS : MISSHAPEN;
      case 5, 6 -> size == 5 ? WRITES : MISSHAPEN;
      case 15, 16 -> counted(bytes, pdu, size, 5);
      case 22 -> size == 7 ? WRITES : MISSHAPEN;
      case 23 -> counted(bytes, pdu, size, 9);
      case ENCAPSULATED_TRANSPORT -> encapsulated(bytes, pdu, size);
      case ENGINEERING -> engineering(bytes, pdu, size);
      default -> UNKNOWN;
    };
  }

  /** A write whose byte count stands at an offset and tells how long the rest is. */
  private static ModbusFunction counted(byte[] bytes, int pdu, int size, int at) {
    return size > at && size == at + 1 + (bytes[pdu + at] & 0xFF) ? WRITES : MISSHAPEN;
  }

  /** The state and an upload read; the rest starts, stops or loads the controller. */
  private static ModbusFunction engineering(byte[] bytes, int pdu, int size) {
    if (size < 2) {
      return MISSHAPEN;
    }
    return switch (bytes[pdu + 1]) {
      case 1 -> size == 2 ? READS : MISSHAPEN;
      case 2, 3 -> size == 2 ? WRITES : MISSHAPEN;
      case 4, 5 -> size > 6 ? WRITES : MISSHAPEN;
      case 6 -> size == 35 ? WRITES : MISSHAPEN;
      case 7 -> size == 6 ? READS : MISSHAPEN;
      default -> UNKNOWN;
    };
  }

  private static ModbusFunction encapsulated(byte[] bytes, int pdu, int size) {
    if (size < 2 || bytes[pdu + 1] != READ_DEVICE_IDENTIFICATION) {
      return UNKNOWN;
    }
    return size == 4 ? READS : MISSHAPEN;
  }
}
