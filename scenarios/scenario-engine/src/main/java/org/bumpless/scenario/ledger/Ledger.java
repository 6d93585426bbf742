package org.bumpless.scenario.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.SystemTags;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;

/** Balances the books: effects in controllers against operations of clients. */
public final class Ledger {
  /**
   * A write that takes hold later than this after its sender had its answer or gave up is stale: in
   * a plant nobody reckons with it any more. A controller needs one scan.
   */
  public static final long STALE_NANOS = 2_000_000_000L;

  private Ledger() {}

  /**
   * Balances all effects and acts of a history.
   *
   * <p>An effect is explained by one wanted write (or probe) of the same tag and value that was
   * under way when it took hold, or had ended less than {@link #STALE_NANOS} before; each write
   * explains one effect per tag. Where several can, the one that ended first does.
   */
  public static Books balance(List<Entry.Act> acts, List<Entry.Changed> changes) {
    Set<Posting> open = new HashSet<>();
    for (Entry.Act act : acts) {
      if (act.wish() != Wish.UNWANTED) {
        writes(act.operation()).forEach((tag, value) -> open.add(new Posting(act, tag, value)));
      }
    }
    List<Books.Unexplained> unexplained = new ArrayList<>();
    List<Effect> effects =
        changes.stream()
            .map(Entry.Changed::effect)
            .sorted(Comparator.comparingLong(Effect::nanos))
            .toList();
    for (Effect effect : effects) {
      Optional<Posting> match =
          open.stream()
              .filter(p -> p.explains(effect))
              .min(
                  Comparator.comparingLong((Posting p) -> p.act().doneNanos())
                      .thenComparingLong(p -> p.act().sequence()));
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
      case Operation.DownloadProgram(var controller, var program) ->
          Map.of(SystemTags.programChecksum(controller), new TagValue.Text(program.checksum()));
      case Operation.ChangeMode(var controller, var run) ->
          Map.of(
              SystemTags.operatingMode(controller),
              new TagValue.Text((run ? OperatingMode.RUN : OperatingMode.STOP).name()));
      case Operation.Read ignored -> Map.of();
      case Operation.Browse ignored -> Map.of();
      case Operation.Sweep ignored -> Map.of();
    };
  }

  private static String cause(Effect effect, List<Entry.Act> acts) {
    return acts.stream()
        .filter(a -> a.sentNanos() <= effect.nanos() && writes(a.operation(), effect.tag()))
        .max(
            Comparator.comparingInt((Entry.Act a) -> wrote(a, effect) ? 1 : 0)
                .thenComparingLong(Entry.Act::sentNanos))
        .map(act -> blame(act, effect))
        .orElse("no operation of anybody explains it");
  }

  private static boolean writes(Operation operation, TagId tag) {
    return writes(operation).containsKey(tag);
  }

  private static boolean wrote(Entry.Act act, Effect effect) {
    return effect.after().equals(writes(act.operation()).get(effect.tag()));
  }

  private static String blame(Entry.Act act, Effect effect) {
    if (act.wish() == Wish.UNWANTED) {
      return act.actor() + " at " + act.host() + " tried this and had no right to";
    }
    if (!wrote(act, effect)) {
      return "a write of " + act.actor() + " took hold with another value";
    }
    return effect.nanos() > act.doneNanos() + STALE_NANOS
        ? "a write of " + act.actor() + " took hold too late, or once too often"
        : "a write of " + act.actor() + " took hold once too often";
  }

  private record Posting(Entry.Act act, TagId tag, TagValue value) {
    boolean explains(Effect effect) {
      return tag.equals(effect.tag())
          && value.equals(effect.after())
          && act.sentNanos() <= effect.nanos()
          && effect.nanos() - STALE_NANOS <= act.doneNanos();
    }
  }
}
