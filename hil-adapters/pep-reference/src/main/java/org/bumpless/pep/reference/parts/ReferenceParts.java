package org.bumpless.pep.reference.parts;

import org.bumpless.adapter.records.SubjectSource;
import org.bumpless.adapter.records.TicketSource;
import org.bumpless.pep.reference.decision.DecisionSource;
import org.bumpless.pep.reference.decision.Reevaluation;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.StreamGuard;
import org.bumpless.pep.reference.tls.CertificateCheck;

/**
 * All that the reference product judges by.
 *
 * @param certificates who is there
 * @param subjects what the plant knows of them
 * @param tickets what change management lets them do
 * @param decisions what the PDP makes of that
 * @param reevaluation what a fresh decision does to an open session
 * @param guards what each message of a protocol asks for
 * @param streams how messages are found in a stream and judged
 * @param relays how they are carried on
 * @param succession what a new session does to older ones
 */
public record ReferenceParts(
    CertificateCheck certificates,
    SubjectSource subjects,
    TicketSource tickets,
    DecisionSource decisions,
    Reevaluation reevaluation,
    GuardFactory guards,
    StreamGuard.Factory streams,
    Relay.Factory relays,
    Succession succession) {

  public ReferenceParts withCertificates(CertificateCheck other) {
    return new ReferenceParts(
        other, subjects, tickets, decisions, reevaluation, guards, streams, relays, succession);
  }

  public ReferenceParts withSubjects(SubjectSource other) {
    return new ReferenceParts(
        certificates, other, tickets, decisions, reevaluation, guards, streams, relays, succession);
  }

  public ReferenceParts withTickets(TicketSource other) {
    return new ReferenceParts(
        certificates,
        subjects,
        other,
        decisions,
        reevaluation,
        guards,
        streams,
        relays,
        succession);
  }

  public ReferenceParts withDecisions(DecisionSource other) {
    return new ReferenceParts(
        certificates, subjects, tickets, other, reevaluation, guards, streams, relays, succession);
  }

  public ReferenceParts withReevaluation(Reevaluation other) {
    return new ReferenceParts(
        certificates, subjects, tickets, decisions, other, guards, streams, relays, succession);
  }

  public ReferenceParts withGuards(GuardFactory other) {
    return new ReferenceParts(
        certificates,
        subjects,
        tickets,
        decisions,
        reevaluation,
        other,
        streams,
        relays,
        succession);
  }

  public ReferenceParts withStreams(StreamGuard.Factory other) {
    return new ReferenceParts(
        certificates,
        subjects,
        tickets,
        decisions,
        reevaluation,
        guards,
        other,
        relays,
        succession);
  }

  public ReferenceParts withRelays(Relay.Factory other) {
    return new ReferenceParts(
        certificates,
        subjects,
        tickets,
        decisions,
        reevaluation,
        guards,
        streams,
        other,
        succession);
  }

  public ReferenceParts withSuccession(Succession other) {
    return new ReferenceParts(
        certificates, subjects, tickets, decisions, reevaluation, guards, streams, relays, other);
  }
}
