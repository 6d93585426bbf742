package org.bumpless.pep.mutants;

import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.records.KnownSubject;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Does not ask whether a person has used a second factor. */
public final class SecondFactorAssumed extends ReferenceMutant {
  public SecondFactorAssumed() {
    super(
        "second-factor-assumed",
        "It takes a certificate of the plant CA for a second factor.",
        "DEC-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withSubjects(id -> withSecondFactor(sound.subjects().find(id)));
  }

  private static KnownSubject withSecondFactor(KnownSubject known) {
    return new KnownSubject(known.kind(), true, known.groups(), known.role(), known.edrHealthy());
  }
}
