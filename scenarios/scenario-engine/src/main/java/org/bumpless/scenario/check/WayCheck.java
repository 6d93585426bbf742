package org.bumpless.scenario.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.verdict.Verdict;

/** Judges whether the product can be walked around (IEC 62443-3-3 SR 5.1). */
public final class WayCheck {
  private WayCheck() {}

  /**
   * That nothing came where a product or nothing at all stands between two zones. Where a way is
   * open something must have come at each kind of door, else the trial itself does not work.
   */
  public static Verdict noWayAround(List<Knock> knocks) {
    Set<String> deaf = doors(knocks.stream().filter(Knock::open));
    Set<String> hearing = doors(knocks.stream().filter(k -> k.open() && k.came()));
    deaf.removeAll(hearing);
    if (hearing.isEmpty() || !deaf.isEmpty()) {
      return new Verdict.Inconclusive(
          "nothing came%s even where the plant leaves a way open: the trial shows nothing"
              .formatted(deaf.isEmpty() ? "" : " at " + String.join(", ", deaf)));
    }
    if (knocks.stream().allMatch(Knock::open)) {
      return new Verdict.Inconclusive("no two zones are kept apart: there is nothing to judge");
    }
    Map<AssetId, List<Knock>> around =
        knocks.stream()
            .filter(k -> k.came() && !k.open())
            .collect(Collectors.groupingBy(Knock::from, TreeMap::new, Collectors.toList()));
    return around.isEmpty()
        ? new Verdict.Pass()
        : new Verdict.Fail(
            around.entrySet().stream().map(e -> describe(e.getKey(), e.getValue())).toList());
  }

  private static Set<String> doors(Stream<Knock> knocks) {
    return knocks.map(Knock::door).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String describe(AssetId from, List<Knock> came) {
    Knock first = came.getFirst();
    return came.size() == 1
        ? "%s came to %s (%s) past the product".formatted(from, first.to(), first.door())
        : "%s came to %s (%s) past the product, and to %d more"
            .formatted(from, first.to(), first.door(), came.size() - 1);
  }
}
