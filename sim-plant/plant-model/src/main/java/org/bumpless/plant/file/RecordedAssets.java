package org.bumpless.plant.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;

/**
 * What historians record: what a station reads, or what a safety controller tells through a data
 * diode, which is all that a safety system may be connected to (IEC 62443-3-2 ZCR 3.3).
 */
final class RecordedAssets {
  private final Problems problems;
  private final List<Recorded> all = new ArrayList<>();

  private record Recorded(Word asset, ZoneId zone) {}

  RecordedAssets(Problems problems) {
    this.problems = problems;
  }

  /**
   * Remembers a historian.
   *
   * @param zone where it stands
   */
  void add(Word asset, Zone zone) {
    all.add(new Recorded(asset, zone.id()));
  }

  /** Refuses historians to whom nothing comes. */
  void check(List<Asset> assets, List<Flow> flows, List<Conduit> conduits) {
    for (Recorded recorded : all) {
      Optional<Asset> asset = find(assets, recorded.asset().text());
      switch (asset.orElse(null)) {
        case null -> {} // it is told elsewhere that there is none
        case Asset.SafetyController solver -> {
          if (!diode(conduits, solver.zone(), recorded.zone())) {
            problems.add(
                recorded.asset().place(),
                Quoted.of(solver.id().value()) + ", from which no diode leads to the historian",
                "a conduit with enforcement: diode from zone %s to zone %s"
                    .formatted(solver.zone(), recorded.zone()));
          }
        }
        case Asset station -> {
          if (flows.stream()
              .noneMatch(f -> f.client().equals(station.id()) && f.period().isPresent())) {
            problems.add(
                recorded.asset().place(),
                Quoted.of(station.id().value()) + ", which polls nothing",
                "an asset that is the client of a flow with a period, or a safety controller");
          }
        }
      }
    }
  }

  private static boolean diode(List<Conduit> conduits, ZoneId from, ZoneId to) {
    return conduits.stream()
        .anyMatch(
            c ->
                c.enforcement() == Enforcement.DIODE && c.from().equals(from) && c.to().equals(to));
  }

  private static Optional<Asset> find(List<Asset> assets, String id) {
    return assets.stream().filter(asset -> asset.id().value().equals(id)).findFirst();
  }
}
