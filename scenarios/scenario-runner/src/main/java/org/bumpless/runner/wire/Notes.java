package org.bumpless.runner.wire;

import java.util.Optional;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.scenario.check.Wording;
import org.bumpless.scenario.history.Entry;

/** What of the history is worth a comment on a frame. */
final class Notes {
  private Notes() {}

  static Optional<String> of(Entry entry) {
    return switch (entry) {
      case Entry.Act act -> Optional.of(Wording.act(act) + ": " + Wording.outcome(act));
      case Entry.Changed(Effect effect) ->
          Optional.of(
              "%s changes from %s to %s".formatted(effect.tag(), effect.before(), effect.after()));
      case Entry.Decided decided -> Optional.of(Wording.decision(decided));
      case Entry.MissedPoll missed ->
          Optional.of(
              "%s has missed a poll of %s: %s"
                  .formatted(missed.client(), missed.server(), missed.why()));
      case Entry.Safety(SafetyEvent event) -> Optional.of(Wording.safety(event));
      case Entry.Mark mark -> Optional.of(mark.text());
      case Entry.Reached _ -> Optional.empty();
    };
  }
}
