package org.bumpless.runner.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.features.run.Selection;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.Plant;
import org.bumpless.runner.InputException;
import org.bumpless.runner.bench.BridgeChecks;

/** Looks at the real controllers of a plant before anything is started. */
public final class RealControllers {
  private RealControllers() {}

  /**
   * Looks whether bridges can work, without reaching for anything.
   *
   * @param file of the plant
   * @param writes the controllers that the command line names
   * @throws InputException if one cannot, or somebody allows writes that the file does not
   */
  public static void check(Path file, Plant plant, Set<AssetId> writes) {
    BridgeChecks.check(file, plant);
    List<AssetId> controlled =
        plant.bridged().stream()
            .filter(c -> spec(c).role() == Role.CONTROL)
            .map(Asset.Controller::id)
            .toList();
    for (AssetId named : writes) {
      if (!controlled.contains(named)) {
        throw new InputException(
            "--allow-writes %s: found no bridge with role: control for it in %s; expected %s"
                .formatted(
                    named,
                    file,
                    controlled.isEmpty() ? "the option to be left out" : "one of " + controlled));
      }
    }
  }

  /**
   * Refuses a run that could do harm: an attack on a real controller that the bench may write to
   * and that is no test rig. Whether the command line allows writes does not matter: an attack must
   * not hang on a word on a command line.
   *
   * @throws InputException if it could
   */
  static void requireHarmless(RunSpec spec) {
    List<Asset.Controller> bridged = spec.plant().bridged();
    if (!bridged.isEmpty() && spec.clock() == ClockMode.VIRTUAL) {
      throw new InputException(
          at(spec, bridged.getFirst())
              + "found a real controller in virtual time; expected --clock real, or no key bridge");
    }
    Optional<Asset.Controller> endangered =
        bridged.stream().filter(c -> spec(c).forbidsAttacks()).findFirst();
    if (endangered.isEmpty()) {
      return;
    }
    List<String> attacks = Selection.of(spec.plant(), spec.profile(), spec.tags()).attacks();
    if (!attacks.isEmpty()) {
      throw new InputException(
          at(spec, endangered.get())
              + "found role: control for a real controller, and %d attack scenarios (%s); expected --tags \"not @attack\", or testRig: true in the bridge if nothing can come to harm there"
                  .formatted(
                      attacks.size(), attacks.stream().limit(2).collect(Collectors.joining("; "))));
    }
  }

  private static String at(RunSpec spec, Asset.Controller controller) {
    return "%s:%d: %s: "
        .formatted(spec.origin().plantFile().absolute(), spec(controller).line(), controller.id());
  }

  private static BridgeSpec spec(Asset.Controller controller) {
    return controller.bridge().orElseThrow();
  }
}
