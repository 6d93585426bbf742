package org.bumpless.endpoint.modbus.server;

import com.ghgande.j2mod.modbus.msg.ModbusMessage;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;

/** How the controller answers one request. */
sealed interface Result {

  /**
   * It was carried out.
   *
   * @param data what follows the function code in the answer
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Done(byte[] data) implements Result {
    static Done of(ModbusMessage response) {
      return new Done(response.getMessage());
    }
  }

  /** It was refused, and nothing has changed. */
  record Refused(ExceptionCode code) implements Result {}
}
