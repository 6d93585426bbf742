package org.bumpless.pep.reference.session;

import org.bumpless.pep.reference.audit.AuditEvent;
import org.bumpless.pep.reference.audit.AuditEvent.Kind;
import org.bumpless.pep.reference.audit.AuditTrail;
import org.bumpless.plant.time.NanoClock;

/** Notes what happens to connections in the audit trail. */
record Journal(AuditTrail trail, NanoClock clock) {
  void note(Connection connection, Kind kind, String detail) {
    trail.add(
        new AuditEvent(
            clock.instant(),
            kind,
            connection.id(),
            connection.peer(),
            connection.subject(),
            connection.door().name(),
            detail));
  }
}
