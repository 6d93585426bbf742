package org.bumpless.pep.mutants;

import java.util.List;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.parts.OpenSession;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.Holder;

/** Does not let the old and the new certificate of a station live side by side. */
public final class OldSessionDropped extends ReferenceMutant {
  public OldSessionDropped() {
    super(
        "old-session-dropped",
        "When a station arrives with a renewed certificate, it ends the session of the old one at"
            + " once, with a poll on its way.",
        "IDN-04");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withSuccession(
        (party, holder, open) -> {
          sound.succession().arrives(party, holder, open);
          old(party, holder, open).forEach(session -> session.end("certificate renewed"));
        });
  }

  private static List<OpenSession> old(Party party, Holder holder, List<OpenSession> open) {
    return open.stream()
        .filter(session -> session.party().equals(party))
        .filter(session -> !session.holder().serial().equals(holder.serial()))
        .toList();
  }
}
