package org.bumpless.scenario.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;

/** Balances the books: effects in controllers against operations of clients. */
public final class Ledger {
  private Ledger() {}

  /**
   * Balances all effects and acts of a history.
   *
   * <p>An effect is explained by one wanted write of the same tag and value that was sent before
   * it; each wanted write explains one effect per tag.
   */
  public static Books balance(List<Entry.Act> acts, List<Entry.Changed> changes) {
    Set<Posting> open = new HashSet<>();
    for (Entry.Act act : acts) {
      if (act.wish() != Wish.UNWANTED) {
        writes(act.operation()).forEach((tag, value) -> open.add(new Posting(act, tag, value)));
      }
    }
    List<Books.Unexplained> unexplained = new ArrayList<>();
    for (Entry.Changed change : changes) {
      Effect effect = change.effect();
      Optional<Posting> match =
          open.stream()
              .filter(p -> p.explains(effect))
              .min(Comparator.comparingLong(p -> p.act().sequence()));
      if (match.isPresent()) {
        open.remove(match.get());
      } else {
        unexplained.add(new Books.Unexplained(effect, cause(effect, acts)));
      }
    }
    List<Entry.Act> lost =
        open.stream()
            .map(Posting::act)
            .filter(act -> act.wish() == Wish.WANTED && act.outcome() instanceof Outcome.Answered)
            .distinct()
            .sorted(Comparator.comparingLong(Entry.Act::sequence))
            .toList();
    List<Entry.Act> hindered =
        acts.stream()
            .filter(
                act -> act.wish() == Wish.WANTED && !(act.outcome() instanceof Outcome.Answered))
            .toList();
    return new Books(unexplained, lost, hindered);
  }

  /** The writes that an operation consists of. */
  public static Map<TagId, TagValue> writes(Operation operation) {
    return switch (operation) {
      case Operation.Write(var tag, var value, var ignored) -> Map.of(tag, value);
      case Operation.Download(var values) -> values;
      case Operation.Read ignored -> Map.of();
      case Operation.Browse ignored -> Map.of();
      case Operation.Sweep ignored -> Map.of();
    };
  }

  private static String cause(Effect effect, List<Entry.Act> acts) {
    return acts.stream()
        .filter(
            a -> a.sentNanos() <= effect.nanos() && writes(a.operation()).containsKey(effect.tag()))
        .max(Comparator.comparingLong(Entry.Act::sentNanos))
        .map(
            a ->
                a.wish() != Wish.UNWANTED
                    ? "a write of " + a.actor() + " took hold once too often, or with another value"
                    : a.actor() + " at " + a.host() + " tried this and had no right to")
        .orElse("no operation of anybody explains it");
  }

  private record Posting(Entry.Act act, TagId tag, TagValue value) {
    boolean explains(Effect effect) {
      return tag.equals(effect.tag())
          && value.equals(effect.after())
          && act.sentNanos() <= effect.nanos();
    }
  }
}
