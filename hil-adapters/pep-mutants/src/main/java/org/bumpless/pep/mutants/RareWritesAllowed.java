package org.bumpless.pep.mutants;

import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.model.Protocol;

/** Has forgotten two of the writing functions of Modbus. */
public final class RareWritesAllowed extends ReferenceMutant {
  private static final int MASK_WRITE = 22;
  private static final int READ_WRITE = 23;

  public RareWritesAllowed() {
    super(
        "rare-writes-allowed",
        "It knows functions 5, 6, 15 and 16 as writing; mask write (22) and read/write (23) pass in a read-only session.",
        "ENF-01",
        "DEC-04");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withGuards(
        party ->
            party.protocol().equals(Protocol.MODBUS_TCP)
                ? new BlindGuard(sound.guards().create(party), RareWritesAllowed::isRare)
                : sound.guards().create(party));
  }

  private static boolean isRare(byte[] bytes, int offset) {
    int function = ModbusBytes.function(bytes, offset);
    return function == MASK_WRITE || function == READ_WRITE;
  }
}
