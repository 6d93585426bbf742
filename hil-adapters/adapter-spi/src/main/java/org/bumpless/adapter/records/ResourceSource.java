package org.bumpless.adapter.records;

import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;

/** Knows where the assets of a plant stand; safe for any number of threads. */
@FunctionalInterface
public interface ResourceSource {
  /** An asset with level and target of its zone; empty if it stands in no zone that is known. */
  Optional<Resource> find(AssetId asset);

  /** As the plant file says. */
  static ResourceSource of(Plant plant) {
    return asset ->
        plant
            .asset(asset)
            .map(Asset::zone)
            .flatMap(plant::zone)
            .map(zone -> new Resource(asset, zone.level(), zone.target()));
  }
}
