package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.ledger.Books;
import org.bumpless.scenario.ledger.Ledger;
import org.bumpless.scenario.verdict.Verdict;

/** Judges what happened in the plant. */
public final class PlantCheck {
  /**
   * However quick the answer was, a host that stood still for less than a quarter of this is no
   * excuse; nor is one that was busy where it was quicker than that.
   */
  private static final long SHORT_NANOS = 1_000_000_000L;

  private PlantCheck() {}

  /**
   * That the books of a stretch of history balance: nothing unwanted took hold, all that was wanted
   * did, once.
   *
   * <p>Work that got no reply while the host itself stood still is INCONCLUSIVE, not hindered.
   */
  public static Verdict booksBalance(
      History history, HostStalls stalls, long fromNanos, long toNanos) {
    Books books = Ledger.balance(history.all(Entry.Act.class), history.all(Entry.Changed.class));
    List<String> evidence = new ArrayList<>();
    List<String> open = new ArrayList<>();
    books.unexplained().stream()
        .filter(u -> within(u.effect().nanos(), fromNanos, toNanos))
        .forEach(u -> evidence.add(describe(u.effect()) + ": " + u.cause()));
    books.lost().stream()
        .filter(a -> within(a.sentNanos(), fromNanos, toNanos))
        .forEach(
            a -> evidence.add(Wording.act(a) + " was answered and did not take hold in the plant"));
    books.hindered().stream()
        .filter(a -> within(a.sentNanos(), fromNanos, toNanos))
        .forEach(a -> (excused(a, stalls) ? open : evidence).add(hindered(a, stalls)));
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(evidence);
    }
    return open.isEmpty() ? new Verdict.Pass() : new Verdict.Inconclusive(open);
  }

  /** That somebody tried something that the plant does not want: else there is nothing to judge. */
  public static Verdict attempted(History history, long fromNanos) {
    return acts(history, fromNanos).stream().anyMatch(a -> a.wish() == Wish.UNWANTED)
        ? new Verdict.Pass()
        : new Verdict.Inconclusive("nobody tried anything unwanted: there is nothing to judge");
  }

  /** That a tag which somebody tried to change was not changed from the network. */
  public static Verdict unchanged(History history, long fromNanos, TagId tag) {
    List<String> evidence =
        effects(history, fromNanos, tag).stream().map(PlantCheck::describe).toList();
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(evidence);
    }
    return writers(history, fromNanos, tag).stream().anyMatch(a -> a.wish() == Wish.UNWANTED)
        ? new Verdict.Pass()
        : new Verdict.Inconclusive("nobody tried to change " + tag + ": there is nothing to judge");
  }

  /** That a tag was changed to a value, once, as somebody had wanted. */
  public static Verdict changedOnce(
      History history, HostStalls stalls, long fromNanos, TagId tag, TagValue value) {
    List<Effect> seen = effects(history, fromNanos, tag);
    long hits = seen.stream().filter(e -> e.after().equals(value)).count();
    List<Entry.Act> wanted =
        writers(history, fromNanos, tag).stream()
            .filter(a -> a.wish() == Wish.WANTED)
            .filter(a -> value.equals(Ledger.writes(a.operation()).get(tag)))
            .toList();
    if (wanted.isEmpty()) {
      return new Verdict.Inconclusive(
          "nobody set " + tag + " to " + value + ": there is nothing to judge");
    }
    if (hits == 1) {
      return new Verdict.Pass();
    }
    if (hits == 0 && wanted.stream().allMatch(a -> excused(a, stalls))) {
      return new Verdict.Inconclusive(hindered(wanted.getFirst(), stalls));
    }
    return new Verdict.Fail(
        tag + " was to change to " + value + " once; it did so " + hits + " times");
  }

  /** A sentence about an effect. */
  public static String describe(Effect effect) {
    return effect.tag() + " changed from " + effect.before() + " to " + effect.after();
  }

  private static boolean excused(Entry.Act act, HostStalls stalls) {
    long took = act.doneNanos() - act.sentNanos();
    boolean stoodStill =
        stalls.excuse(act.sentNanos(), act.doneNanos(), Math.max(SHORT_NANOS, took));
    boolean waited = took > SHORT_NANOS / 4 && stalls.busy(act.sentNanos(), act.doneNanos());
    return act.outcome() instanceof Outcome.NoReply && (stoodStill || waited);
  }

  private static String hindered(Entry.Act act, HostStalls stalls) {
    String seen =
        Wording.act(act) + " is legitimate work and was hindered: " + Wording.outcome(act);
    return excused(act, stalls)
        ? seen
            + "; the host itself stood still for "
            + Wording.millis(stalls.longestNanos(act.sentNanos(), act.doneNanos()))
            + (stalls.busy(act.sentNanos(), act.doneNanos())
                ? " and had no processor to spare"
                : "")
            + " meanwhile: a quieter host would settle it"
        : seen;
  }

  private static List<Entry.Act> acts(History history, long fromNanos) {
    return history.since(Entry.Act.class, fromNanos);
  }

  private static List<Entry.Act> writers(History history, long fromNanos, TagId tag) {
    return acts(history, fromNanos).stream()
        .filter(a -> Ledger.writes(a.operation()).containsKey(tag))
        .toList();
  }

  private static List<Effect> effects(History history, long fromNanos, TagId tag) {
    return history.since(Entry.Changed.class, fromNanos).stream()
        .map(Entry.Changed::effect)
        .filter(e -> e.tag().equals(tag))
        .toList();
  }

  private static boolean within(long nanos, long from, long to) {
    return nanos >= from && nanos <= to;
  }
}
