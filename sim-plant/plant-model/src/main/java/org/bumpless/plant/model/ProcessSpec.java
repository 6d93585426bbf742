package org.bumpless.plant.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The physical process of the plant.
 *
 * @param model id of the process model, for example {@code tank-farm}
 * @param file that the model is read from, absolute; empty for a model that is built in
 * @param units its pieces of equipment
 */
public record ProcessSpec(String model, Optional<Path> file, List<Unit> units) {
  public ProcessSpec {
    units = List.copyOf(units);
  }

  /** One that is built in. */
  public ProcessSpec(String model, List<Unit> units) {
    this(model, Optional.empty(), units);
  }

  /**
   * A piece of equipment.
   *
   * @param device the field device at L0 that it stands for
   * @param parameters SI units unless the model says otherwise, for example {@code areaM2}
   */
  public record Unit(AssetId device, Map<String, Double> parameters) {
    public Unit {
      parameters = Map.copyOf(parameters);
    }
  }
}
