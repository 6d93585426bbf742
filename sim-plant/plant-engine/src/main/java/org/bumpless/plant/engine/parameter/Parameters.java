package org.bumpless.plant.engine.parameter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.ProcessSpec;

/** What a plant file says of one piece of equipment, checked. */
public final class Parameters {
  private final Map<Parameter, Double> values = new HashMap<>();

  /**
   * Reads those of a unit; what is absent has its usual value.
   *
   * @param known all that this kind of equipment has
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  public Parameters(ProcessSpec.Unit unit, List<Parameter> known) {
    List<String> names = known.stream().map(Parameter::name).toList();
    for (String name : unit.parameters().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "process unit %s, parameter \"%s\": expected one of %s"
                .formatted(unit.device(), name, names));
      }
    }
    for (Parameter parameter : known) {
      double value = unit.parameters().getOrDefault(parameter.name(), parameter.fallback());
      if (!(value >= parameter.low() && value <= parameter.high())) {
        throw new IllegalArgumentException(
            "process unit %s, %s %s: expected %s to %s"
                .formatted(
                    unit.device(), parameter.name(), value, parameter.low(), parameter.high()));
      }
      values.put(parameter, value);
    }
  }

  /**
   * The value of a parameter.
   *
   * @throws IllegalArgumentException if the equipment has no such parameter
   */
  public double of(Parameter parameter) {
    Double value = values.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("no parameter " + parameter.name() + " was asked for");
    }
    return value;
  }
}
