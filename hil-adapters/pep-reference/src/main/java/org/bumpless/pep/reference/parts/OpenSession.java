package org.bumpless.pep.reference.parts;

import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.tls.Holder;

/** A session as others may see it. */
public interface OpenSession {
  Party party();

  Holder holder();

  /** Closes both its sockets at once; the first reason given is the one that is remembered. */
  void end(String reason);
}
