package org.bumpless.pep.mutants;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.pep.reference.decision.Grant;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Reevaluation;
import org.bumpless.pep.reference.parts.ReferenceParts;

/** Decides once, at the door. */
public final class RevocationOnlyLogged extends ReferenceMutant {
  private static final Duration PERMIT = Duration.ofSeconds(5);

  public RevocationOnlyLogged() {
    super(
        "revocation-only-logged",
        "It asks again while a session is open, and notes a refusal without ending the session.",
        "REV-02",
        "REV-03");
  }

  @Override
  ReferenceParts broken(ReferenceParts sound, SitePack site) {
    return sound.withReevaluation(new Lasting(sound.reevaluation()));
  }

  private record Lasting(Reevaluation sound) implements Reevaluation {
    @Override
    public Grant first(Judgement.Granted granted, Instant now) {
      return sound.first(granted, now);
    }

    @Override
    public Optional<Grant> after(Grant last, Judgement fresh, Instant now) {
      return switch (fresh) {
        case Judgement.Refused _ -> {
          Instant until = now.plus(PERMIT);
          yield Optional.of(new Grant(last.scope(), until, until));
        }
        case Judgement.Granted _, Judgement.Undecided _ -> sound.after(last, fresh, now);
      };
    }
  }
}
