package org.bumpless.features.steps;

import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;

/** Looks up the conduit in which the product stands between two assets. */
final class Conduits {
  private Conduits() {}

  static Optional<Conduit> enforced(Plant plant, AssetId client, AssetId server) {
    return plant
        .asset(client)
        .flatMap(from -> plant.asset(server).flatMap(to -> plant.path(from.zone(), to.zone())))
        .flatMap(path -> path.stream().filter(c -> c.enforcement() == Enforcement.PEP).findFirst());
  }
}
