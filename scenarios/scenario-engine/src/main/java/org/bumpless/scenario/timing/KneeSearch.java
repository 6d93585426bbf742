package org.bumpless.scenario.timing;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Searches the load up to which a way keeps its budget: doubles it until it breaks, halves what is
 * between the bounds until they are close, and takes no single trial's word for it (after
 * MLRsearch, RFC 9971: a lower and an upper bound, each by the majority of its trials).
 */
public final class KneeSearch {
  private static final int MAJORITY = 2;

  /** Bounds that are closer than that are close enough. */
  private static final double WIDTH = 1.2;

  /** So many trials end any search. */
  private static final int TRIALS_MAX = 60;

  private final int firstHz;
  private final int mostHz;
  private final Map<Integer, Tally> tallies = new TreeMap<>();
  private int trials;

  /**
   * @param firstHz load to begin with, requests per second
   * @param mostHz no more is tried
   */
  public KneeSearch(int firstHz, int mostHz) {
    this.firstHz = Math.min(firstHz, mostHz);
    this.mostHz = mostHz;
  }

  private record Tally(int kept, int broken) {
    boolean open() {
      return kept < MAJORITY && broken < MAJORITY;
    }
  }

  /** The next load to try; empty if the knee is known. */
  public OptionalInt next() {
    if (trials >= TRIALS_MAX) {
      return OptionalInt.empty();
    }
    OptionalInt open =
        tallies.entrySet().stream()
            .filter(e -> e.getValue().open())
            .mapToInt(Map.Entry::getKey)
            .findFirst();
    return open.isPresent() ? open : candidate(knee());
  }

  private OptionalInt candidate(Knee knee) {
    if (tallies.isEmpty()) {
      return OptionalInt.of(firstHz);
    }
    if (knee.brokenHz() == Knee.NONE) {
      return knee.keptHz() >= mostHz
          ? OptionalInt.empty()
          : OptionalInt.of((int) Math.min(mostHz, 2L * knee.keptHz()));
    }
    if (knee.keptHz() == 0) {
      return knee.brokenHz() <= 1 ? OptionalInt.empty() : OptionalInt.of(knee.brokenHz() / 2);
    }
    int between = (int) Math.round(Math.sqrt((double) knee.keptHz() * knee.brokenHz()));
    boolean close = knee.brokenHz() <= knee.keptHz() * WIDTH;
    return close || between <= knee.keptHz() || between >= knee.brokenHz()
        ? OptionalInt.empty()
        : OptionalInt.of(between);
  }

  /** A load has been tried. */
  public void tried(int rateHz, boolean kept) {
    trials++;
    tallies.merge(
        rateHz,
        kept ? new Tally(1, 0) : new Tally(0, 1),
        (a, b) -> new Tally(a.kept + b.kept, a.broken + b.broken));
  }

  /** What is known: the lowest load that broke, and the highest below it that was kept. */
  public Knee knee() {
    int broken =
        tallies.entrySet().stream()
            .filter(e -> e.getValue().broken() >= MAJORITY)
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElse(Knee.NONE);
    int kept =
        tallies.entrySet().stream()
            .filter(e -> e.getValue().kept() >= MAJORITY && e.getKey() < broken)
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(0);
    return new Knee(kept, broken);
  }
}
