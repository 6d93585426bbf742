package org.bumpless.runner.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyFunction;

/** What needs a conduit and has a time of its own in the process. */
sealed interface Crossing {
  /** Whose scans, loop or trip are at stake, for people. */
  String who();

  /** A loop whose wires lie in the conduit. */
  record Wires(Asset.Controller controller) implements Crossing {
    @Override
    public String who() {
      return controller.id().value();
    }
  }

  /** A safety function whose wires lie in the conduit. */
  record Guard(SafetyFunction function, Asset.SafetyController solver) implements Crossing {
    @Override
    public String who() {
      return function.id();
    }
  }

  /**
   * Somebody who watches and commands a controller through the conduit.
   *
   * @param period of his polls
   */
  record Supervision(Asset.Controller controller, AssetId client, String flow, Duration period)
      implements Crossing {
    @Override
    public String who() {
      return controller.id().value();
    }
  }

  /** All that crosses a conduit, in the plant file's order. */
  static List<Crossing> of(Plant plant, Conduit conduit) {
    List<Crossing> found = new ArrayList<>();
    Predicate<AssetId> wired =
        id ->
            Neighbourhood.devices(plant, id).stream()
                .flatMap(device -> plant.asset(device).stream())
                .anyMatch(device -> device.zone().equals(conduit.to()));
    plant.assets(Asset.Controller.class).stream()
        .filter(its -> its.zone().equals(conduit.from()) && wired.test(its.id()))
        .filter(its -> its.program().loop().isPresent())
        .forEach(its -> found.add(new Wires(its)));
    plant.assets(Asset.SafetyController.class).stream()
        .filter(its -> its.zone().equals(conduit.from()) && wired.test(its.id()))
        .forEach(
            solver ->
                plant.safetyFunctions().stream()
                    .filter(function -> function.solver().equals(solver.id()))
                    .forEach(function -> found.add(new Guard(function, solver))));
    plant.flows().stream()
        .filter(flow -> flow.writes() && crosses(plant, flow, conduit))
        .forEach(
            flow ->
                flow.period()
                    .ifPresent(
                        period ->
                            plant
                                .controller(flow.server())
                                .filter(its -> its.program().loop().isPresent())
                                .ifPresent(
                                    its ->
                                        found.add(
                                            new Supervision(
                                                its, flow.client(), flow.id().value(), period)))));
    return List.copyOf(found);
  }

  private static boolean crosses(Plant plant, Flow flow, Conduit conduit) {
    return plant
        .asset(flow.client())
        .flatMap(
            client ->
                plant
                    .asset(flow.server())
                    .flatMap(server -> plant.path(client.zone(), server.zone())))
        .filter(path -> path.contains(conduit))
        .isPresent();
  }
}
