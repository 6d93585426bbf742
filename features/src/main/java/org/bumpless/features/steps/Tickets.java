package org.bumpless.features.steps;

import java.util.Locale;
import org.bumpless.plant.model.AssetId;

/** How the change tickets of scenarios are numbered. */
final class Tickets {
  private Tickets() {}

  static String id(String person, AssetId asset) {
    return "CHG-" + person.toUpperCase(Locale.ROOT) + "-" + asset;
  }
}
