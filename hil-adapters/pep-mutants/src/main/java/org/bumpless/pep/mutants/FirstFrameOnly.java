package org.bumpless.pep.mutants;

import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Judges what stands first in a TCP segment and nothing behind it. */
public final class FirstFrameOnly extends ReferenceMutant {
  public FirstFrameOnly() {
    super(
        "first-frame-only",
        "It inspects the first frame of a TCP segment and forwards what stands behind it unseen.",
        "ENF-02");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withGuards(
        party -> new BlindGuard(sound.guards().create(party), (bytes, offset) -> offset > 0));
  }
}
