package org.bumpless.pep.reference.decision;

import java.time.Instant;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/**
 * Asks the PDP twice: may it read, and may it write? Without the first there is no session; the
 * second makes its scope. Where either has no answer there is no judgement.
 */
public final class PdpDecisions implements DecisionSource {
  private final PolicyDecisionPoint pdp;

  public PdpDecisions(PolicyDecisionPoint pdp) {
    this.pdp = pdp;
  }

  @Override
  public Judgement decide(Inquiry inquiry) {
    return switch (ask(inquiry, Action.READ)) {
      case Decision.Deny deny -> new Judgement.Refused(deny.reason());
      case Decision.Indeterminate none -> new Judgement.Undecided(none.cause());
      case Decision.Permit read -> writing(inquiry, read.until());
    };
  }

  private Judgement writing(Inquiry inquiry, Instant readsUntil) {
    return switch (ask(inquiry, Action.WRITE)) {
      case Decision.Deny _ -> granted(inquiry, Scope.READ_ONLY, readsUntil);
      case Decision.Indeterminate none -> new Judgement.Undecided(none.cause());
      case Decision.Permit write ->
          granted(
              inquiry,
              write.scope(),
              write.until().isBefore(readsUntil) ? write.until() : readsUntil);
    };
  }

  private static Judgement granted(Inquiry inquiry, Scope scope, Instant until) {
    return until.isAfter(inquiry.context().now())
        ? new Judgement.Granted(scope, until, inquiry.essential())
        : new Judgement.Refused("permit had run out at " + until);
  }

  /**
   * A PDP adapter that breaks its contract must not become a permit, nor end the thread that
   * evaluates all sessions.
   */
  private Decision ask(Inquiry inquiry, Action action) {
    try {
      return pdp.evaluate(inquiry.asks(action));
    } catch (RuntimeException e) {
      return new Decision.Indeterminate("PDP adapter failed: " + e);
    }
  }
}
