package org.bumpless.pdp.authzen;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Context;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/** Requests that the tests ask. */
final class Requests {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00.000000001Z");
  static final Instant CLOSES = NOW.plusSeconds(3600);

  private Requests() {}

  static AccessRequest of(Action action) {
    return of(action, Optional.of(new Ticket("CHG-1", NOW.minusSeconds(60), CLOSES)));
  }

  static AccessRequest of(Action action, Optional<Ticket> ticket) {
    return new AccessRequest(
        anna(),
        action,
        new Resource(new AssetId("LIC-101"), PurdueLevel.L1, SecurityLevel.SL2),
        new Context(NOW, Protocol.MODBUS_TCP, ticket, DeclaredFlow.READS_AND_WRITES));
  }

  static Subject anna() {
    return new Subject(
        "spiffe://tank-farm/person/anna",
        Subject.Kind.PERSON,
        true,
        true,
        Set.of("controls-engineering", "staff"),
        "lead-engineer",
        true);
  }
}
