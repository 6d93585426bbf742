package org.bumpless.scenario.decision;

import java.time.Instant;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;

/**
 * The names and the moment that questions are asked with.
 *
 * @param trustDomain of SPIFFE ids, for example {@code tank-farm}
 * @param controller that is asked about
 * @param another for questions about another one
 * @param now when it is asked
 */
public record Site(String trustDomain, AssetId controller, AssetId another, Instant now) {

  /** The site of a plant; where it has but one controller, the other one is made up. */
  public static Site of(Plant plant, Instant now) {
    List<AssetId> controllers =
        plant.assets().stream()
            .filter(Asset.Controller.class::isInstance)
            .map(Asset::id)
            .sorted()
            .toList();
    if (controllers.isEmpty()) {
      throw new IllegalArgumentException("plant " + plant.id() + " has no controller to ask about");
    }
    AssetId first = controllers.getFirst();
    return new Site(
        plant.id(),
        first,
        controllers.size() > 1 ? controllers.getLast() : new AssetId(first.value() + "-2"),
        now);
  }
}
