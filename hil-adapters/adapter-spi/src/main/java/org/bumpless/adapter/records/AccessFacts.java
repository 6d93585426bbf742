package org.bumpless.adapter.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.time.NanoClock;

/** Gathers all that is known now about an access; safe for any number of threads. */
public final class AccessFacts {
  private final SubjectSource subjects;
  private final TicketSource tickets;
  private final DeclaredFlows flows;
  private final ResourceSource resources;
  private final NanoClock clock;

  /** With what the plant file says of its assets. */
  public AccessFacts(
      SubjectSource subjects,
      TicketSource tickets,
      DeclaredFlows flows,
      Plant plant,
      NanoClock clock) {
    this(subjects, tickets, flows, ResourceSource.of(plant), clock);
  }

  public AccessFacts(
      SubjectSource subjects,
      TicketSource tickets,
      DeclaredFlows flows,
      ResourceSource resources,
      NanoClock clock) {
    this.subjects = subjects;
    this.tickets = tickets;
    this.flows = flows;
    this.resources = resources;
    this.clock = clock;
  }

  /**
   * The request for a decision.
   *
   * @param spiffeId of a certificate that has been found good
   * @throws FactsException if something about it cannot be found out
   */
  public AccessRequest request(String spiffeId, Action action, AssetId asset, Protocol protocol)
      throws FactsException {
    KnownSubject known = subjects.find(spiffeId);
    Instant now = clock.instant();
    Optional<Ticket> ticket =
        known.kind() == Subject.Kind.PERSON
            ? best(tickets.find(spiffeId, asset), now)
            : Optional.empty();
    return new AccessRequest(
        new Subject(
            spiffeId,
            known.kind(),
            known.mfa(),
            true,
            known.groups(),
            known.role(),
            known.edrHealthy()),
        action,
        resource(asset),
        new AccessRequest.Context(now, protocol, ticket, flows.of(spiffeId, asset, protocol)));
  }

  private AccessRequest.Resource resource(AssetId asset) throws FactsException {
    return resources
        .find(asset)
        .orElseThrow(() -> new FactsException(asset + " stands in no zone of the plant"));
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
