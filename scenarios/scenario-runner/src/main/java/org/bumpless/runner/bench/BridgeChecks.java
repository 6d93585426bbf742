package org.bumpless.runner.bench;

import java.nio.file.Path;
import org.bumpless.adapter.bridge.BridgeProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.runner.InputException;

/** Looks at the bridges of a plant file. */
public final class BridgeChecks {
  private BridgeChecks() {}

  /**
   * Looks whether they could work, without reaching for anything.
   *
   * @param file for messages
   * @throws InputException if one cannot work
   */
  public static void check(Path file, Plant plant) {
    for (Asset.Controller controller : plant.bridged()) {
      try {
        provider(controller.bridge().orElseThrow()).check(controller);
      } catch (ProductException e) {
        throw new InputException(file + ": " + e.getMessage());
      }
    }
  }

  static BridgeProvider provider(BridgeSpec spec) {
    return Providers.find(
        BridgeProvider.class, BridgeProvider::id, spec.provider(), "bridge provider");
  }
}
