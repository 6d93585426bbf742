package org.bumpless.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bumpless.reports.words.Figures;

/** A run against an earlier one of the same product, or of another. */
public final class RunComparison {
  private static final double PERCENT = 100;

  private final RunFigures before;
  private final RunFigures after;
  private final double threshold;
  private final List<Turn> turns;
  private final List<Change> changes;
  private final List<String> onlyOnce;

  /**
   * Compares.
   *
   * @param threshold part of a quantity's budget by which it may change without anybody minding
   */
  public RunComparison(RunFigures before, RunFigures after, double threshold) {
    this.before = before;
    this.after = after;
    this.threshold = threshold;
    this.turns =
        both(before.standings().keySet(), after.standings().keySet()).stream()
            .map(
                s ->
                    new Turn(
                        s,
                        before.standings().getOrDefault(s, Turn.ABSENT),
                        after.standings().getOrDefault(s, Turn.ABSENT)))
            .toList();
    this.changes = new ArrayList<>();
    this.onlyOnce = new ArrayList<>();
    for (String name : both(before.quantities().keySet(), after.quantities().keySet())) {
      Quantity then = before.quantities().get(name);
      Quantity now = after.quantities().get(name);
      if (then == null || now == null) {
        onlyOnce.add(name);
      } else {
        changes.add(now.since(then, threshold));
      }
    }
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Whether something has become worse for certain. */
  public boolean regressed() {
    return turns.stream().anyMatch(t -> t.kind() == Turn.Kind.WORSE)
        || changes.stream().anyMatch(c -> c.kind() == Change.Kind.SLOWER);
  }

  /** Whether something may have become worse, or can be held against nothing. */
  public boolean undecided() {
    return turns.stream().anyMatch(t -> t.kind() == Turn.Kind.UNDECIDED)
        || changes.stream().anyMatch(c -> c.kind() == Change.Kind.UNDECIDED)
        || !onlyOnce.isEmpty();
  }

  /** The comparison for people, line by line. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    lines.add("before  %s: %s".formatted(before.title(), before.verdict()));
    lines.add("after   %s: %s".formatted(after.title(), after.verdict()));
    lines.add("");
    for (Change change : changes) {
      lines.add(
          "%-9s  %s: %s to %s; nobody minds %s"
              .formatted(
                  word(change.kind()),
                  change.name(),
                  signed(change.lowNanos()),
                  signed(change.highNanos()),
                  Figures.time(change.thresholdNanos())));
    }
    onlyOnce.forEach(
        name -> lines.add("undecided  " + name + ": measured in one of the runs only"));
    turns.stream()
        .filter(t -> t.kind() != Turn.Kind.SAME)
        .map(
            t ->
                "%-9s  %s: %s, was %s"
                    .formatted(word(t.kind()), t.scenario(), t.after(), t.before()))
        .forEach(lines::add);
    long same = turns.stream().filter(t -> t.kind() == Turn.Kind.SAME).count();
    lines.add("%s as before".formatted(Figures.many(same, "scenario stands", "scenarios stand")));
    lines.add("");
    lines.add(sentence());
    return lines;
  }

  private String sentence() {
    String beyond = String.format(Locale.ROOT, "%.0f %% of a budget", threshold * PERCENT);
    if (regressed()) {
      return "REGRESSION: something has become worse, a figure by more than " + beyond;
    }
    return undecided()
        ? "UNDECIDED: nothing has become worse for certain, but not everything can be told; longer runs would settle figures"
        : "NO REGRESSION: no scenario has become worse, and no figure by more than " + beyond;
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String signed(long nanos) {
    if (Math.abs(nanos) == Quantity.UNBOUNDED) {
      return nanos > 0 ? "no end" : "no beginning";
    }
    return (nanos < 0 ? "-" : "+") + Figures.time(Math.abs(nanos));
  }
}
