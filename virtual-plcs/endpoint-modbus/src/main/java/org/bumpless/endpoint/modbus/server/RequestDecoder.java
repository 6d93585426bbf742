package org.bumpless.endpoint.modbus.server;

import static org.bumpless.endpoint.modbus.pdu.FunctionCode.ENCAPSULATED_INTERFACE;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.MASK_WRITE_REGISTER;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.MEI_DEVICE_IDENTIFICATION;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.READ_COILS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.READ_DISCRETE_INPUTS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.READ_HOLDING_REGISTERS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.READ_INPUT_REGISTERS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.READ_WRITE_REGISTERS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.WRITE_MULTIPLE_COILS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.WRITE_MULTIPLE_REGISTERS;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.WRITE_SINGLE_COIL;
import static org.bumpless.endpoint.modbus.pdu.FunctionCode.WRITE_SINGLE_REGISTER;

import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import java.io.IOException;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.endpoint.modbus.pdu.Limits;

/**
 * Reads a PDU as a request, strictly: what the standard's state diagrams (Modbus Application
 * Protocol V1.1b3, 6) refuse before they look at addresses is refused here.
 */
final class RequestDecoder {
  private static final int COIL_ON = 0xFF00;
  private static final int COIL_OFF = 0;

  private RequestDecoder() {}

  /** A request that makes sense, or the reason why it does not. */
  sealed interface Decoded {
    record Good(ModbusRequest request) implements Decoded {}

    record Bad(ExceptionCode code) implements Decoded {}
  }

  static Decoded decode(Pdu pdu) {
    if (!known(pdu)) {
      return new Decoded.Bad(ExceptionCode.ILLEGAL_FUNCTION);
    }
    if (!sound(pdu)) {
      return new Decoded.Bad(ExceptionCode.ILLEGAL_DATA_VALUE);
    }
    ModbusRequest request = ModbusRequest.createModbusRequest(pdu.function());
    try {
      request.readData(pdu.data());
    } catch (IOException e) {
      throw new IllegalStateException("a request of checked length ended early", e);
    }
    return new Decoded.Good(request);
  }

  private static boolean known(Pdu pdu) {
    return switch (pdu.function()) {
      case READ_COILS,
          READ_DISCRETE_INPUTS,
          READ_HOLDING_REGISTERS,
          READ_INPUT_REGISTERS,
          WRITE_SINGLE_COIL,
          WRITE_SINGLE_REGISTER,
          WRITE_MULTIPLE_COILS,
          WRITE_MULTIPLE_REGISTERS,
          MASK_WRITE_REGISTER,
          READ_WRITE_REGISTERS ->
          true;
      case ENCAPSULATED_INTERFACE ->
          pdu.length() < 2 || pdu.unsignedByte(1) == MEI_DEVICE_IDENTIFICATION;
      default -> false;
    };
  }

  private static boolean sound(Pdu pdu) {
    return switch (pdu.function()) {
      case READ_COILS, READ_DISCRETE_INPUTS ->
          pdu.length() == 5 && within(pdu.unsignedShort(3), Limits.READ_BITS);
      case READ_HOLDING_REGISTERS, READ_INPUT_REGISTERS ->
          pdu.length() == 5 && within(pdu.unsignedShort(3), Limits.READ_REGISTERS);
      case WRITE_SINGLE_COIL ->
          pdu.length() == 5
              && (pdu.unsignedShort(3) == COIL_ON || pdu.unsignedShort(3) == COIL_OFF);
      case WRITE_SINGLE_REGISTER -> pdu.length() == 5;
      case WRITE_MULTIPLE_COILS -> soundCoils(pdu);
      case WRITE_MULTIPLE_REGISTERS -> soundRegisters(pdu, 3, Limits.WRITE_REGISTERS);
      case MASK_WRITE_REGISTER -> pdu.length() == 7;
      case READ_WRITE_REGISTERS ->
          soundRegisters(pdu, 7, Limits.READ_WRITE_WRITTEN)
              && within(pdu.unsignedShort(3), Limits.READ_REGISTERS);
      case ENCAPSULATED_INTERFACE -> pdu.length() == 4;
      default -> false;
    };
  }

  private static boolean soundCoils(Pdu pdu) {
    return pdu.length() >= 6
        && within(pdu.unsignedShort(3), Limits.WRITE_BITS)
        && pdu.unsignedByte(5) == (pdu.unsignedShort(3) + 7) / 8
        && pdu.length() == 6 + pdu.unsignedByte(5);
  }

  private static boolean soundRegisters(Pdu pdu, int countAt, int max) {
    int head = countAt + 3;
    return pdu.length() >= head
        && within(pdu.unsignedShort(countAt), max)
        && pdu.unsignedByte(countAt + 2) == 2 * pdu.unsignedShort(countAt)
        && pdu.length() == head + pdu.unsignedByte(countAt + 2);
  }

  private static boolean within(int count, int max) {
    return count >= 1 && count <= max;
  }
}
