package org.bumpless.pep.mutants;

import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.plant.model.Protocol;

/** Holds Modbus sessions to their scope and OPC UA sessions to nothing. */
public final class OpcUaUnseen extends ReferenceMutant {
  public OpcUaUnseen() {
    super(
        "opc-ua-unseen",
        "It opens and closes OPC UA sessions by policy and does not look into them: a read-only session writes.",
        "ENF-01",
        "DEC-04");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withGuards(
        party ->
            party.protocol().equals(Protocol.OPC_UA)
                ? new BlindGuard(sound.guards().create(party), (bytes, offset) -> true)
                : sound.guards().create(party));
  }
}
