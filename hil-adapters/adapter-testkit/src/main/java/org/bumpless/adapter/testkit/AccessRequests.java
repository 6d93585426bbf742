package org.bumpless.adapter.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/** Access requests that contract tests ask. */
public final class AccessRequests {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static final List<String> GARBAGE =
      List.of(
          "",
          " ",
          "\0",
          "\n\r\t",
          "\"",
          "\\",
          "' || true || '",
          "\"}, \"decision\": true, {\"",
          "Person::\"anna\"",
          "spiffe://tank-farm/person/anna\0",
          "spiffe://tank-farm/../person/anna",
          "\uD800",
          "\uDC00\uD800",
          "\u202Eanna",
          "controls-engineering\"]",
          "${jndi}",
          "x".repeat(100_000));

  private AccessRequests() {}

  /** A lead engineer with everything that the reference policy asks for. */
  public static AccessRequest leadEngineer(Action action) {
    return new AccessRequest(
        new Subject(
            "spiffe://tank-farm/person/anna",
            Subject.Kind.PERSON,
            true,
            true,
            Set.of("controls-engineering"),
            "lead-engineer",
            true),
        action,
        controller(),
        new Context(
            NOW,
            Protocol.MODBUS_TCP,
            Optional.of(new Ticket("CHG-1", NOW.minusSeconds(60), NOW.plusSeconds(3600))),
            DeclaredFlow.NONE));
  }

  /** Somebody of a kind for whom nothing speaks at all. */
  public static AccessRequest nobody(Subject.Kind kind, Action action) {
    return withoutMerit(
        kind, "spiffe://tank-farm/person/nobody", "nobody", action, Optional.empty());
  }

  /** Requests in which nothing speaks for the subject and every text is nonsense. */
  static Stream<AccessRequest> garbage() {
    return GARBAGE.stream().flatMap(AccessRequests::garbage);
  }

  private static Stream<AccessRequest> garbage(String text) {
    Ticket backwards = new Ticket(text, Instant.MAX, Instant.MIN);
    return Stream.of(
        withoutMerit(Subject.Kind.PERSON, text, text, Action.WRITE, Optional.empty()),
        withoutMerit(Subject.Kind.PERSON, text, text, Action.READ, Optional.of(backwards)),
        withoutMerit(Subject.Kind.WORKLOAD, text, text, Action.WRITE, Optional.of(backwards)),
        withoutMerit(Subject.Kind.UNKNOWN, text, text, Action.READ, Optional.empty()));
  }

  private static AccessRequest withoutMerit(
      Subject.Kind kind, String id, String text, Action action, Optional<Ticket> ticket) {
    return new AccessRequest(
        new Subject(id, kind, false, false, Set.of(text), text, false),
        action,
        controller(),
        new Context(NOW, Protocol.MODBUS_TCP, ticket, DeclaredFlow.NONE));
  }

  private static Resource controller() {
    return new Resource(new AssetId("LIC-101"), PurdueLevel.L1, SecurityLevel.SL2);
  }
}
