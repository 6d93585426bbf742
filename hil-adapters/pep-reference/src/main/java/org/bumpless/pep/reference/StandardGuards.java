package org.bumpless.pep.reference;

import java.util.List;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.modbus.ModbusGuard;
import org.bumpless.pep.reference.opcua.OpcUaGuard;
import org.bumpless.pep.reference.parts.GuardFactory;
import org.bumpless.pep.reference.s7.S7Guard;
import org.bumpless.plant.model.Protocol;

/** The protocols that the reference product understands. */
final class StandardGuards implements GuardFactory {
  static final List<Protocol> PROTOCOLS =
      List.of(Protocol.MODBUS_TCP, Protocol.OPC_UA, Protocol.S7);

  @Override
  public FrameGuard create(Party party) {
    if (party.protocol().equals(Protocol.MODBUS_TCP)) {
      return new ModbusGuard();
    }
    if (party.protocol().equals(Protocol.OPC_UA)) {
      return new OpcUaGuard();
    }
    if (party.protocol().equals(Protocol.S7)) {
      return new S7Guard();
    }
    throw new IllegalArgumentException(
        "protocol " + party.protocol() + ": the reference product understands " + PROTOCOLS);
  }
}
