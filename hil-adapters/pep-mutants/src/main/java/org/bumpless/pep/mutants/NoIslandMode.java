package org.bumpless.pep.mutants;

import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Reevaluation;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Takes the operator's view away when its own decision point is lost. */
public final class NoIslandMode extends ReferenceMutant {
  public NoIslandMode() {
    super(
        "no-island-mode",
        "When the PDP is lost it ends every session, those of the operators' stations too.",
        "RES-01");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withReevaluation(new Strict(sound.reevaluation()));
  }

  private record Strict(Reevaluation sound) implements Reevaluation {
    @Override
    public Grant first(Judgement.Granted granted, Instant now) {
      return sound.first(granted, now);
    }

    @Override
    public Optional<Grant> after(Grant last, Judgement fresh, Instant now) {
      return switch (fresh) {
        case Judgement.Undecided _ -> Optional.empty();
        case Judgement.Granted _, Judgement.Refused _ -> sound.after(last, fresh, now);
      };
    }
  }
}
