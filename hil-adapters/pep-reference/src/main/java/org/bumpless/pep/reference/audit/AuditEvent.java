package org.bumpless.pep.reference.audit;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of the audit trail.
 *
 * @param session number of the session, unique in a run of the product
 * @param peer address and port of the client
 * @param subject SPIFFE id; empty if the client never proved one
 * @param listener which protected endpoint
 * @param detail why, and how far and until when a permit goes
 */
public record AuditEvent(
    Instant at,
    Kind kind,
    long session,
    String peer,
    String subject,
    String listener,
    String detail) {

  /** What happened. */
  public enum Kind {
    SESSION_OPENED,
    SESSION_REFUSED,
    SESSION_ENDED,
    FRAME_REFUSED,
    SCOPE_CHANGED,
    DECISION_LOST,
    DECISION_BACK;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
