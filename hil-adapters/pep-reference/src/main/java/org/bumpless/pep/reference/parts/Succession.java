package org.bumpless.pep.reference.parts;

import java.util.List;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.tls.Holder;

/**
 * What the arrival of a client means for the sessions that are open: after a certificate was
 * rotated, both live.
 */
public interface Succession {
  /** A client has proved who it is and has not been admitted yet. */
  void arrives(Party party, Holder holder, List<OpenSession> open) throws InterruptedException;
}
