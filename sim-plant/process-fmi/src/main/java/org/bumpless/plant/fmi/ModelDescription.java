package org.bumpless.plant.fmi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.fmi.Variable.Causality;

/**
 * What an FMU says of itself.
 *
 * @param identifier of the model: its library is named by it
 * @param guid by which the library knows that the description is its own
 * @param single whether one process can have only one instance
 * @param states whether its state can be taken and set
 * @param stepNanos length of each of its communication steps; 0 if it takes any
 * @param startSeconds time that it begins at
 * @param variables outputs, inputs and parameters, in the order of the file
 */
record ModelDescription(
    String identifier,
    String guid,
    boolean single,
    boolean states,
    long stepNanos,
    double startSeconds,
    List<Variable> variables) {
  /**
   * @throws FmuException if a plant file could not tell two variables apart
   */
  ModelDescription {
    variables = List.copyOf(variables);
    requireDistinct(variables.stream().filter(v -> v.causality() != Causality.PARAMETER).toList());
    requireDistinct(variables.stream().filter(v -> v.causality() == Causality.PARAMETER).toList());
  }

  private static void requireDistinct(List<Variable> variables) {
    Map<String, String> names = new HashMap<>();
    for (Variable variable : variables) {
      String other = names.put(variable.plantName(), variable.name());
      if (other != null) {
        throw new FmuException(
            "variables \"%s\" and \"%s\", which are both %s in a plant file"
                .formatted(other, variable.name(), variable.plantName()),
            "names that differ in letters, digits, '_' or '-'");
      }
    }
  }

  List<Variable> of(Causality causality) {
    return variables.stream().filter(v -> v.causality() == causality).toList();
  }
}
