package org.bumpless.adapter.testkit;

import java.time.Instant;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pdp.UsualPermit;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/**
 * The reference policy in plain Java, said in other words than the policy files and the bench's own
 * table say it: what stands behind a door that is tested, or in the place of a product's decision
 * point.
 */
public final class HandWrittenPdp implements PolicyDecisionPoint {
  private volatile boolean closed;

  @Override
  public Decision evaluate(AccessRequest request) {
    if (closed) {
      return new Decision.Indeterminate("closed");
    }
    Subject subject = request.subject();
    boolean good = subject.svidValid() && subject.edrHealthy();
    boolean permitted =
        switch (subject.kind()) {
          case PERSON -> good && mayMaintain(request);
          case WORKLOAD -> good && standsInFlow(request);
          case UNKNOWN -> false;
        };
    return permitted ? UsualPermit.of(request) : new Decision.Deny("refused by hand");
  }

  private static boolean mayMaintain(AccessRequest request) {
    Subject subject = request.subject();
    if (!subject.mfa() || !subject.groups().contains("controls-engineering")) {
      return false;
    }
    if (request.action() == Action.WRITE && !subject.role().equals("lead-engineer")) {
      return false;
    }
    return request.resource().level() == PurdueLevel.L1
        && request.resource().target().compareTo(SecurityLevel.SL4) < 0
        && request.context().ticket().filter(t -> open(t, request.context().now())).isPresent();
  }

  private static boolean open(Ticket ticket, Instant now) {
    return !now.isBefore(ticket.opens()) && now.isBefore(ticket.closes());
  }

  private static boolean standsInFlow(AccessRequest request) {
    return request.action() == Action.WRITE
        ? request.context().flow() == DeclaredFlow.READS_AND_WRITES
        : request.context().flow() != DeclaredFlow.NONE;
  }

  @Override
  public void close() {
    closed = true;
  }
}
