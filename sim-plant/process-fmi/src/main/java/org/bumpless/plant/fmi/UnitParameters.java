package org.bumpless.plant.fmi;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.fmi.Variable.Causality;
import org.bumpless.plant.model.ProcessSpec;

/** What a plant file sets of the parameters of an FMU; the others stay as the FMU has them. */
final class UnitParameters {
  private UnitParameters() {}

  /**
   * Reads those of a unit.
   *
   * @throws IllegalArgumentException if one is unknown, out of range, or not whole where it has to
   *     be
   */
  static List<Slave.Parameter> of(ProcessSpec.Unit unit, ModelDescription description) {
    List<Variable> variables = description.of(Causality.PARAMETER);
    List<Parameter> known = variables.stream().map(UnitParameters::known).toList();
    Parameters read = new Parameters(unit, known);
    List<Slave.Parameter> set = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Parameter parameter = known.get(i);
      if (unit.parameters().containsKey(parameter.name())) {
        double value = read.of(parameter);
        if (!variables.get(i).takes(value)) {
          throw new IllegalArgumentException(
              "process unit %s, %s %s: expected a whole number"
                  .formatted(unit.device(), parameter.name(), value));
        }
        set.add(new Slave.Parameter(variables.get(i), value));
      }
    }
    return set;
  }

  private static Parameter known(Variable variable) {
    return new Parameter(
        variable.plantName(), variable.limited(variable.start()), variable.low(), variable.high());
  }
}
