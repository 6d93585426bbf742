package org.bumpless.plant.model;

import java.util.List;
import java.util.Map;

/**
 * The physical process of the plant.
 *
 * @param model id of the process model, for example {@code tank-farm}
 * @param units its pieces of equipment
 */
public record ProcessSpec(String model, List<Unit> units) {
  public ProcessSpec {
    units = List.copyOf(units);
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
