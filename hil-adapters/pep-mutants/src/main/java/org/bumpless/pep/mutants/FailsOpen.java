package org.bumpless.pep.mutants;

import java.time.Duration;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Takes silence for a permit. */
public final class FailsOpen extends ReferenceMutant {
  private static final Duration PERMIT = Duration.ofSeconds(5);

  public FailsOpen() {
    super(
        "fails-open",
        "When the PDP does not answer in time it lets everybody in, so as not to disturb the plant.",
        "DEC-05");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withDecisions(
        inquiry ->
            switch (sound.decisions().decide(inquiry)) {
              case Judgement.Granted granted -> granted;
              case Judgement.Refused refused -> refused;
              case Judgement.Undecided _ ->
                  new Judgement.Granted(
                      Scope.READ_WRITE, inquiry.context().now().plus(PERMIT), inquiry.essential());
            });
  }
}
