package org.bumpless.runner.virtual;

import java.net.URI;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;

/**
 * The decision point as the product's logical form asks it, with the faults that scenarios want.
 */
final class VirtualDecisions implements DecisionService, PolicyDecisionPoint {
  private final PolicyDecisionPoint pdp;
  private Behaviour behaviour = Behaviour.SOUND;

  VirtualDecisions(PolicyDecisionPoint pdp) {
    this.pdp = pdp;
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    return switch (behaviour) {
      case SOUND -> pdp.evaluate(request);
      case SILENT -> new Decision.Indeterminate(Lack.LATE, "the decision point does not answer");
      case LATE -> new Decision.Indeterminate(Lack.LATE, "the decision point answers after 2 s");
      case GONE -> new Decision.Indeterminate(Lack.UNREACHABLE, "the decision point hangs up");
      case NONSENSE ->
          new Decision.Indeterminate(Lack.NOT_BOOLEAN, "the decision is a text, not a truth value");
      case FAILING ->
          new Decision.Indeterminate(Lack.ERROR_STATUS, "the decision point answers HTTP 500");
    };
  }

  @Override
  public URI url() {
    return URI.create("virtual:decisions");
  }

  @Override
  public void behave(Behaviour other) {
    behaviour = other;
  }

  @Override
  public void close() {
    pdp.close();
  }
}
