package org.bumpless.scenario.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.verdict.Verdict;

/** Judges whether the product can be walked around (IEC 62443-3-3 SR 5.1). */
public final class WayCheck {
  private static final int NAMED_MAX = 3;

  private WayCheck() {}

  /**
   * That nothing came where a product or nothing at all stands between two zones. What came is a
   * breach, whatever else is wrong with the trial. That nothing came shows nothing unless every
   * host has knocked, and every door at which somebody may knock has heard it.
   */
  public static Verdict noWayAround(List<Knock> knocks) {
    Map<AssetId, List<Knock>> around =
        knocks.stream()
            .filter(k -> k.came() && !k.open())
            .collect(Collectors.groupingBy(Knock::from, TreeMap::new, Collectors.toList()));
    if (!around.isEmpty()) {
      return new Verdict.Fail(
          around.entrySet().stream().map(e -> describe(e.getKey(), e.getValue())).toList());
    }
    if (knocks.stream().allMatch(Knock::open)) {
      return new Verdict.Inconclusive("no two zones are kept apart: there is nothing to judge");
    }
    List<String> faults = new ArrayList<>();
    without(knocks, Knock::left, k -> k.from().value())
        .ifPresent(mute -> faults.add("no knock left " + mute));
    List<Knock> open = knocks.stream().filter(Knock::open).toList();
    if (open.isEmpty()) {
      faults.add("no way is open by which the trial could be tried");
    }
    without(open, Knock::came, k -> k.to() + " (" + k.door() + ")")
        .ifPresent(deaf -> faults.add("nothing came to " + deaf + " even by an open way"));
    return faults.isEmpty()
        ? new Verdict.Pass()
        : new Verdict.Inconclusive(String.join("; ", faults) + ": the trial shows nothing");
  }

  /** The names of which no knock is as it should be, the first few; empty if each has one. */
  private static Optional<String> without(
      List<Knock> knocks, Predicate<Knock> sound, Function<Knock, String> name) {
    Set<String> all = knocks.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
    all.removeAll(knocks.stream().filter(sound).map(name).collect(Collectors.toSet()));
    return all.isEmpty() ? Optional.empty() : Optional.of(Some.of(all, NAMED_MAX));
  }

  private static String describe(AssetId from, List<Knock> came) {
    Knock first = came.getFirst();
    return came.size() == 1
        ? "%s came to %s (%s) past the product".formatted(from, first.to(), first.door())
        : "%s came to %s (%s) past the product, and to %d more"
            .formatted(from, first.to(), first.door(), came.size() - 1);
  }
}
