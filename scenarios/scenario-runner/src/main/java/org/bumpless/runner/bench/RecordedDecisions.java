package org.bumpless.runner.bench;

import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** A decision point whose answers stand in the history. */
public final class RecordedDecisions implements PolicyDecisionPoint {
  private final PolicyDecisionPoint pdp;
  private final NanoClock clock;
  private final History history;

  /**
   * @param pdp decides; belongs to this object from now on
   */
  public RecordedDecisions(PolicyDecisionPoint pdp, NanoClock clock, History history) {
    this.pdp = pdp;
    this.clock = clock;
    this.history = history;
  }

  @Override
  public Decision evaluate(AccessRequest request) {
    long asked = clock.nanos();
    Decision decision = pdp.evaluate(request);
    long answered = clock.nanos();
    history.append(
        new Entry.Decided(
            answered,
            request.subject().spiffeId(),
            request.action(),
            request.resource().asset(),
            request.context().protocol(),
            answered - asked,
            decision.words()));
    return decision;
  }

  @Override
  public void close() {
    pdp.close();
  }
}
