package org.bumpless.runner.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.SafetyFunction;

/**
 * The part of a plant that one controller or logic solver can feel: the equipment at its wires and
 * whoever else is wired to that. Units of equipment do not act on each other but through
 * controllers.
 */
record Neighbourhood(
    ProcessSpec process, List<Asset.Controller> controllers, List<Asset.SafetyController> solvers) {
  Neighbourhood {
    controllers = List.copyOf(controllers);
    solvers = List.copyOf(solvers);
  }

  static Neighbourhood of(Plant plant, AssetId centre) {
    Set<AssetId> devices = new HashSet<>(devices(plant, centre));
    List<Asset> wired =
        plant.assets().stream().filter(asset -> !devices(plant, asset.id()).isEmpty()).toList();
    for (int before = 0; before < devices.size(); ) {
      before = devices.size();
      for (Asset asset : wired) {
        Set<AssetId> its = devices(plant, asset.id());
        if (its.stream().anyMatch(devices::contains)) {
          devices.addAll(its);
        }
      }
    }
    List<Asset> near =
        wired.stream()
            .filter(asset -> devices(plant, asset.id()).stream().anyMatch(devices::contains))
            .toList();
    return new Neighbourhood(
        process(plant.process(), devices),
        of(near, Asset.Controller.class),
        of(near, Asset.SafetyController.class));
  }

  /** What is read from a file is taken whole. */
  private static ProcessSpec process(ProcessSpec all, Set<AssetId> devices) {
    return all.file().isPresent()
        ? all
        : new ProcessSpec(
            all.model(), all.units().stream().filter(u -> devices.contains(u.device())).toList());
  }

  private static <A extends Asset> List<A> of(List<Asset> assets, Class<A> kind) {
    return assets.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The equipment at the wires of a controller or solver. */
  static Set<AssetId> devices(Plant plant, AssetId id) {
    Set<AssetId> devices = new HashSet<>();
    plant
        .controller(id)
        .ifPresent(c -> c.program().io().values().forEach(signal -> devices.add(device(signal))));
    plant.safetyFunctions().stream()
        .filter(function -> function.solver().equals(id))
        .flatMap(Neighbourhood::signals)
        .forEach(signal -> devices.add(device(signal)));
    return devices;
  }

  private static Stream<String> signals(SafetyFunction function) {
    return Stream.concat(
        function.sensors().stream(),
        function.finalElements().stream().map(SafetyFunction.FinalElement::signal));
  }

  /** The field device of a signal such as {@code T-101.level}. */
  static AssetId device(String signal) {
    int dot = signal.indexOf('.');
    return new AssetId(dot < 0 ? signal : signal.substring(0, dot));
  }
}
