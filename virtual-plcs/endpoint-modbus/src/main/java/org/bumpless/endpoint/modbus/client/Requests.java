package org.bumpless.endpoint.modbus.client;

import java.nio.ByteBuffer;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;

/** Request PDUs as bytes, function code first (Modbus Application Protocol V1.1b3, 6). */
final class Requests {
  private static final int COIL_ON = 0xFF00;

  private Requests() {}

  /** Functions 1 to 4, whichever belongs to the table. */
  static byte[] read(Range range) {
    return shorts(readFunction(range.table()), range.offset(), range.count());
  }

  static int readFunction(Table table) {
    return switch (table) {
      case COIL -> FunctionCode.READ_COILS;
      case DISCRETE_INPUT -> FunctionCode.READ_DISCRETE_INPUTS;
      case HOLDING_REGISTER -> FunctionCode.READ_HOLDING_REGISTERS;
      case INPUT_REGISTER -> FunctionCode.READ_INPUT_REGISTERS;
    };
  }

  static byte[] writeCoil(int offset, boolean value) {
    return shorts(FunctionCode.WRITE_SINGLE_COIL, offset, value ? COIL_ON : 0);
  }

  static byte[] writeCoils(int offset, boolean... values) {
    byte[] bits = new byte[(values.length + 7) / 8];
    for (int index = 0; index < values.length; index++) {
      if (values[index]) {
        bits[index / 8] |= (byte) (1 << index % 8);
      }
    }
    return ByteBuffer.allocate(6 + bits.length)
        .put((byte) FunctionCode.WRITE_MULTIPLE_COILS)
        .putShort((short) offset)
        .putShort((short) values.length)
        .put((byte) bits.length)
        .put(bits)
        .array();
  }

  static byte[] writeRegister(int offset, int word) {
    return shorts(FunctionCode.WRITE_SINGLE_REGISTER, offset, word);
  }

  static byte[] writeRegisters(int offset, int... words) {
    ByteBuffer pdu =
        ByteBuffer.allocate(6 + 2 * words.length)
            .put((byte) FunctionCode.WRITE_MULTIPLE_REGISTERS)
            .putShort((short) offset);
    putWords(pdu, words);
    return pdu.array();
  }

  static byte[] maskWrite(int offset, int and, int or) {
    return shorts(FunctionCode.MASK_WRITE_REGISTER, offset, and, or);
  }

  /** Function 23 that reads back the registers it writes. */
  static byte[] writeAndReadBack(int offset, int... words) {
    ByteBuffer pdu =
        ByteBuffer.allocate(10 + 2 * words.length)
            .put((byte) FunctionCode.READ_WRITE_REGISTERS)
            .putShort((short) offset)
            .putShort((short) words.length)
            .putShort((short) offset);
    putWords(pdu, words);
    return pdu.array();
  }

  /** Device identification, regular objects by stream. */
  static byte[] identify(int fromObject) {
    return new byte[] {
      FunctionCode.ENCAPSULATED_INTERFACE,
      FunctionCode.MEI_DEVICE_IDENTIFICATION,
      2,
      (byte) fromObject
    };
  }

  private static void putWords(ByteBuffer pdu, int... words) {
    pdu.putShort((short) words.length).put((byte) (2 * words.length));
    for (int word : words) {
      pdu.putShort((short) word);
    }
  }

  private static byte[] shorts(int function, int... values) {
    ByteBuffer pdu = ByteBuffer.allocate(1 + 2 * values.length).put((byte) function);
    for (int value : values) {
      pdu.putShort((short) value);
    }
    return pdu.array();
  }
}
