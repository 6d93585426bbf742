package org.bumpless.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;

/** A plant of many hosts in cells of twenty, each behind the product. */
final class LargePlant {
  private static final int CELL = 20;
  private static final ZoneId SITE = new ZoneId("site");
  private static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));

  private LargePlant() {}

  static Plant of(int hosts) {
    List<Zone> zones = new ArrayList<>(List.of(zone(SITE, PurdueLevel.L3)));
    List<Conduit> conduits = new ArrayList<>();
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      ZoneId cell = new ZoneId("cell-" + i / CELL);
      if (i % CELL == 0) {
        zones.add(zone(cell, PurdueLevel.L1));
        conduits.add(new Conduit(new ConduitId("to-" + cell), SITE, cell, Enforcement.PEP, BUDGET));
      }
      assets.add(new Asset.Host(new AssetId("HOST-" + i), cell, "Host"));
    }
    return new Plant(
        "large",
        "Large",
        zones,
        conduits,
        assets,
        List.of(),
        new ProcessSpec("none", List.of()),
        List.of());
  }

  private static Zone zone(ZoneId id, PurdueLevel level) {
    return new Zone(id, id.value(), level, SecurityLevel.SL2, false);
  }
}
