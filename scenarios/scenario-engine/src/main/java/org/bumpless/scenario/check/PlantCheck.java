package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.ledger.Books;
import org.bumpless.scenario.ledger.Ledger;
import org.bumpless.scenario.verdict.Verdict;

/** Judges what happened in the plant. */
public final class PlantCheck {
  private PlantCheck() {}

  /**
   * That the books of a stretch of history balance: nothing unwanted took hold, all that was wanted
   * did, once.
   */
  public static Verdict booksBalance(History history, long fromNanos, long toNanos) {
    Books books = Ledger.balance(history.all(Entry.Act.class), history.all(Entry.Changed.class));
    List<String> evidence = new ArrayList<>();
    books.unexplained().stream()
        .filter(u -> within(u.effect().nanos(), fromNanos, toNanos))
        .forEach(u -> evidence.add(describe(u.effect()) + ": " + u.cause()));
    books.lost().stream()
        .filter(a -> within(a.sentNanos(), fromNanos, toNanos))
        .forEach(
            a -> evidence.add(Wording.act(a) + " was answered and did not take hold in the plant"));
    books.hindered().stream()
        .filter(a -> within(a.sentNanos(), fromNanos, toNanos))
        .forEach(
            a ->
                evidence.add(
                    Wording.act(a)
                        + " is legitimate work and was hindered: "
                        + Wording.outcome(a)));
    return evidence.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(evidence);
  }

  /** That a tag was not changed from the network. */
  public static Verdict unchanged(History history, long fromNanos, TagId tag) {
    List<String> evidence =
        effects(history, fromNanos, tag).stream().map(PlantCheck::describe).toList();
    return evidence.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(evidence);
  }

  /** That a tag was changed to a value, once. */
  public static Verdict changedOnce(History history, long fromNanos, TagId tag, TagValue value) {
    List<Effect> seen = effects(history, fromNanos, tag);
    long hits = seen.stream().filter(e -> e.after().equals(value)).count();
    if (hits == 1) {
      return new Verdict.Pass();
    }
    return new Verdict.Fail(
        tag + " was to change to " + value + " once; it did so " + hits + " times");
  }

  /** A sentence about an effect. */
  public static String describe(Effect effect) {
    return effect.tag() + " changed from " + effect.before() + " to " + effect.after();
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
