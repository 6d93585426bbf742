package org.bumpless.endpoint.modbus.client;

import java.nio.ByteBuffer;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/** Checks and reads answer PDUs. */
final class Answers {
  private Answers() {}

  /** Checks that an answer to a write repeats what the standard says it repeats. */
  static void checkEcho(byte[] request, ByteBuffer answer) throws MalformedAnswer {
    int function = request[0];
    int bytes =
        switch (function) {
          case FunctionCode.READ_WRITE_REGISTERS -> 2 + 2 * (request[4] & 0xFF);
          case FunctionCode.MASK_WRITE_REGISTER -> 7;
          default -> 5;
        };
    if (answer.limit() != bytes) {
      throw new MalformedAnswer(
          "answer to FC%d of %d bytes, expected %d; closed"
              .formatted(function, answer.limit(), bytes));
    }
    if (function == FunctionCode.READ_WRITE_REGISTERS) {
      checkByteCount(answer);
      return;
    }
    for (int at = 0; at < bytes; at++) {
      if (answer.get(at) != request[at]) {
        throw new MalformedAnswer(
            "answer to FC%d does not repeat the request: byte %d is 0x%02X, expected 0x%02X; closed"
                .formatted(function, at, answer.get(at) & 0xFF, request[at] & 0xFF));
      }
    }
  }

  /** Checks that an answer to a read carries as much as was asked for. */
  static void checkRead(Table table, int count, ByteBuffer answer) throws MalformedAnswer {
    int bytes = readBytes(table, count);
    if (answer.limit() != bytes) {
      throw new MalformedAnswer(
          "answer to a read of %d places in %s has %d bytes, expected %d; closed"
              .formatted(count, table, answer.limit(), bytes));
    }
    checkByteCount(answer);
  }

  /** How many bytes the answer to a read has: function code, byte count and what was read. */
  static int readBytes(Table table, int count) {
    return 2
        + switch (table) {
          case COIL, DISCRETE_INPUT -> (count + 7) / 8;
          case HOLDING_REGISTER, INPUT_REGISTER -> 2 * count;
        };
  }

  /** One word, or one bit as 0 or 1, of an answer that has been checked. */
  static int word(Table table, int index, ByteBuffer answer) {
    return switch (table) {
      case COIL, DISCRETE_INPUT -> answer.get(2 + index / 8) >> index % 8 & 1;
      case HOLDING_REGISTER, INPUT_REGISTER -> answer.getShort(2 + 2 * index) & 0xFFFF;
    };
  }

  private static void checkByteCount(ByteBuffer answer) throws MalformedAnswer {
    if ((answer.get(1) & 0xFF) != answer.limit() - 2) {
      throw new MalformedAnswer(
          "answer with byte count %d that carries %d bytes; closed"
              .formatted(answer.get(1) & 0xFF, answer.limit() - 2));
    }
  }
}
