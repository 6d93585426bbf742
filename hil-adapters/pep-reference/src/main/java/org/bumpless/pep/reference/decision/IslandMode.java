package org.bumpless.pep.reference.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A permit replaces the last one, a refusal ends the session at once, and without a decision the
 * last grant runs on to its end.
 *
 * @param length how long an essential function may go on after its last decision
 */
public record IslandMode(Duration length) implements Reevaluation {
  @Override
  public Grant first(Judgement.Granted granted, Instant now) {
    return Grant.of(granted, now, length);
  }

  @Override
  public Optional<Grant> after(Grant last, Judgement fresh, Instant now) {
    return switch (fresh) {
      case Judgement.Granted granted -> Optional.of(Grant.of(granted, now, length));
      case Judgement.Refused _ -> Optional.empty();
      case Judgement.Undecided _ -> Optional.of(last);
    };
  }
}
