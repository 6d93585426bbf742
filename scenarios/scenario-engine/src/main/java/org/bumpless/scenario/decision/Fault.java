package org.bumpless.scenario.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.scenario.decision.PlantPolicy.Row;

/** What can be wrong with a decision. */
public enum Fault {
  PERMITTED("a denial"),
  DENIED("a permit"),
  /** A permit to write for somebody who has asked to read, or the other way round. */
  OTHER_SCOPE("a permit for what was asked and no further"),
  OVER("a permit that is not over already"),
  BEYOND_WINDOW("a permit that ends with the window"),
  TOO_LONG("a permit that ends within the hour that a certificate lives");

  private static final Duration PERMIT_MAX = Duration.ofHours(1);

  private final String expected;

  Fault(String expected) {
    this.expected = expected;
  }

  /** What the policy wants in its place. */
  public String expected() {
    return expected;
  }

  /** The fault of a decision; empty if it is what the policy means, or none at all. */
  static Optional<Fault> of(Question question, AccessRequest request, Decision decision) {
    Optional<Row> row = PlantPolicy.permits(question);
    return switch (decision) {
      case Decision.Indeterminate _ -> Optional.empty();
      case Decision.Deny _ -> row.map(_ -> DENIED);
      case Permit permit ->
          row.isPresent() ? of(row.get(), request, permit) : Optional.of(PERMITTED);
    };
  }

  private static Optional<Fault> of(Row row, AccessRequest request, Permit permit) {
    Instant now = request.context().now();
    Scope asked = request.action() == Action.WRITE ? Scope.READ_WRITE : Scope.READ_ONLY;
    if (permit.scope() != asked) {
      return Optional.of(OTHER_SCOPE);
    }
    if (!permit.until().isAfter(now)) {
      return Optional.of(OVER);
    }
    Optional<Instant> closes = request.context().ticket().map(Ticket::closes);
    if (row.windowed() && closes.filter(permit.until()::isAfter).isPresent()) {
      return Optional.of(BEYOND_WINDOW);
    }
    return permit.until().isAfter(now.plus(PERMIT_MAX)) ? Optional.of(TOO_LONG) : Optional.empty();
  }
}
