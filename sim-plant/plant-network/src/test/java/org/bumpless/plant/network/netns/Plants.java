package org.bumpless.plant.network.netns;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;

/** Small plants without a process. */
final class Plants {
  private static final Budget BUDGET =
      new Budget(
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5));

  private Plants() {}

  static Plant of(List<String> zones, List<Conduit> conduits, List<Asset> assets) {
    return new Plant(
        "small",
        "Small",
        zones.stream()
            .map(z -> new Zone(new ZoneId(z), "Zone", PurdueLevel.L1, SecurityLevel.SL1, false))
            .toList(),
        conduits,
        assets,
        List.of(),
        new ProcessSpec("none", List.of()),
        List.of());
  }

  static Conduit conduit(String id, String from, String to, Enforcement enforcement) {
    return new Conduit(new ConduitId(id), new ZoneId(from), new ZoneId(to), enforcement, BUDGET);
  }

  static Asset host(String id, String zone) {
    return new Asset.Host(new AssetId(id), new ZoneId(zone), "Host");
  }

  static Asset controller(String id, String zone) {
    return new Asset.Controller(
        new AssetId(id),
        new ZoneId(zone),
        "Controller",
        new Personality("maker", "Maker", "Model", "1.0", false, 1),
        new ProgramSpec("none", Duration.ofMillis(10), Map.of()),
        List.of(),
        List.of());
  }
}
