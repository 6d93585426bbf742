package org.bumpless.pep.mutants;

import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.frames.FrameGuard;
import org.bumpless.pep.reference.frames.Framing;
import org.bumpless.pep.reference.frames.Verdict;
import org.bumpless.pep.reference.modbus.ModbusGuard;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.model.Protocol;

/** Stops the operator's hand. */
public final class EmergencyBlocked extends ReferenceMutant {
  private static final int WRITE_COIL = 5;
  private static final int WRITE_COILS = 15;

  public EmergencyBlocked() {
    super(
        "emergency-blocked",
        "It counts the write of a coil as dangerous and refuses it to everybody, the operator's emergency shut-down included.",
        "SAF-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withGuards(
        party ->
            party.protocol().equals(Protocol.MODBUS_TCP)
                ? new NoCoils(sound.guards().create(party))
                : sound.guards().create(party));
  }

  private record NoCoils(FrameGuard sound) implements FrameGuard {
    @Override
    public Framing framing() {
      return sound.framing();
    }

    @Override
    public boolean answers() {
      return sound.answers();
    }

    @Override
    public Verdict inspect(byte[] bytes, int offset, int length, Scope scope) {
      int function = ModbusBytes.function(bytes, offset);
      return function == WRITE_COIL || function == WRITE_COILS
          ? ModbusGuard.illegalFunction(bytes, offset, "is dangerous")
          : sound.inspect(bytes, offset, length, scope);
    }
  }
}
