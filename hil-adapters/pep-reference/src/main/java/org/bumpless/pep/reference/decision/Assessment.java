package org.bumpless.pep.reference.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;

/** Gathers the facts about a party and has them decided upon; safe for any number of threads. */
public final class Assessment {
  private final SubjectSource subjects;
  private final TicketSource tickets;
  private final DecisionSource decisions;
  private final DeclaredFlows flows;
  private final Plant plant;
  private final NanoClock clock;

  public Assessment(
      SubjectSource subjects,
      TicketSource tickets,
      DecisionSource decisions,
      DeclaredFlows flows,
      Plant plant,
      NanoClock clock) {
    this.subjects = subjects;
    this.tickets = tickets;
    this.decisions = decisions;
    this.flows = flows;
    this.plant = plant;
    this.clock = clock;
  }

  /** Judges a party whose certificate has been found good. */
  public Judgement judge(Party party) {
    try {
      return decisions.decide(inquiry(party));
    } catch (FactsException e) {
      return new Judgement.Undecided(String.valueOf(e.getMessage()));
    }
  }

  private Inquiry inquiry(Party party) throws FactsException {
    KnownSubject known = subjects.find(party.spiffeId());
    Instant now = clock.instant();
    Optional<Ticket> ticket =
        known.kind() == Subject.Kind.PERSON
            ? best(tickets.find(party.spiffeId(), party.asset()), now)
            : Optional.empty();
    return new Inquiry(
        new Subject(
            party.spiffeId(),
            known.kind(),
            known.mfa(),
            true,
            known.groups(),
            known.role(),
            known.edrHealthy()),
        resource(party),
        new AccessRequest.Context(now, party.protocol(), ticket, flows.of(party)));
  }

  private AccessRequest.Resource resource(Party party) throws FactsException {
    return plant
        .zone(party.listener().server().zone())
        .map(zone -> new AccessRequest.Resource(party.asset(), zone.level(), zone.target()))
        .orElseThrow(() -> new FactsException(party.asset() + " stands in no zone of the plant"));
  }

  /**
   * The open window that closes last; without one, the ticket whose window is nearest, for the PDP
   * to refuse by name.
   */
  private static Optional<Ticket> best(List<Ticket> tickets, Instant now) {
    Optional<Ticket> open =
        tickets.stream()
            .filter(t -> !now.isBefore(t.opens()) && now.isBefore(t.closes()))
            .max(Comparator.comparing(Ticket::closes));
    return open.isPresent() ? open : tickets.stream().max(Comparator.comparing(Ticket::closes));
  }
}
