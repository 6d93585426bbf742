package org.bumpless.pdp.cedar;

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

/** A question of a test, of which one thing at a time can be changed. */
record Asked(
    Subject.Kind kind,
    boolean mfa,
    boolean svidValid,
    boolean edrHealthy,
    Set<String> groups,
    String role,
    Action action,
    PurdueLevel level,
    SecurityLevel target,
    Instant now,
    Optional<Ticket> ticket,
    DeclaredFlow flow) {
  static final Instant OPENS = Instant.parse("2026-03-01T08:00:00.000000500Z");
  static final Instant CLOSES = Instant.parse("2026-03-01T09:00:00.000000700Z");
  static final Instant WITHIN = Instant.parse("2026-03-01T08:30:00Z");

  /** A lead engineer of controls engineering in an open window, all in order. */
  static Asked engineer(Action action) {
    return new Asked(
        Subject.Kind.PERSON,
        true,
        true,
        true,
        Set.of("controls-engineering", "staff"),
        "lead-engineer",
        action,
        PurdueLevel.L1,
        SecurityLevel.SL2,
        WITHIN,
        Optional.of(new Ticket("CHG-1", OPENS, CLOSES)),
        DeclaredFlow.NONE);
  }

  /** An operator station on its daily business. */
  static Asked station(Action action) {
    return engineer(action)
        .kind(Subject.Kind.WORKLOAD)
        .mfa(false)
        .groups(Set.of())
        .role("")
        .ticket(Optional.empty())
        .flow(DeclaredFlow.READS_AND_WRITES);
  }

  AccessRequest request() {
    return new AccessRequest(
        new Subject(
            "spiffe://tank-farm/person/anna", kind, mfa, svidValid, groups, role, edrHealthy),
        action,
        new Resource(new AssetId("LIC-101"), level, target),
        new Context(now, Protocol.MODBUS_TCP, ticket, flow));
  }

  Asked kind(Subject.Kind other) {
    return new Asked(
        other, mfa, svidValid, edrHealthy, groups, role, action, level, target, now, ticket, flow);
  }

  Asked mfa(boolean other) {
    return new Asked(
        kind, other, svidValid, edrHealthy, groups, role, action, level, target, now, ticket, flow);
  }

  Asked svidValid(boolean other) {
    return new Asked(
        kind, mfa, other, edrHealthy, groups, role, action, level, target, now, ticket, flow);
  }

  Asked edrHealthy(boolean other) {
    return new Asked(
        kind, mfa, svidValid, other, groups, role, action, level, target, now, ticket, flow);
  }

  Asked groups(Set<String> other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, other, role, action, level, target, now, ticket, flow);
  }

  Asked role(String other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, other, action, level, target, now, ticket, flow);
  }

  Asked action(Action other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, other, level, target, now, ticket, flow);
  }

  Asked level(PurdueLevel other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, action, other, target, now, ticket, flow);
  }

  Asked target(SecurityLevel other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, action, level, other, now, ticket, flow);
  }

  Asked now(Instant other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, action, level, target, other, ticket, flow);
  }

  Asked ticket(Optional<Ticket> other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, action, level, target, now, other, flow);
  }

  Asked flow(DeclaredFlow other) {
    return new Asked(
        kind, mfa, svidValid, edrHealthy, groups, role, action, level, target, now, ticket, other);
  }
}
