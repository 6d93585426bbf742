package org.bumpless.pep.reference.session;

import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.parts.OpenSession;
import org.bumpless.pep.reference.tls.Holder;

/** An open session with its two ends. */
record Open(Connection connection, Party party, Holder holder) implements OpenSession {
  @Override
  public void end(String reason) {
    connection.end(reason);
  }
}
