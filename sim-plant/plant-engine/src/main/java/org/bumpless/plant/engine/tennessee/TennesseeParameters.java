package org.bumpless.plant.engine.tennessee;

import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.model.ProcessSpec;

/**
 * What a plant file may say.
 *
 * @param stepS length of an Euler step, 0.01 to 2 s: the fastest valves have a time constant of 5 s
 * @param noise by what the instruments' noise is multiplied, 0 to 10; 0 switches it off
 * @param productDemandM3H product flow below which product counts as lost, 0 to 100 m3/h
 */
record TennesseeParameters(double stepS, double noise, double productDemandM3H) {
  private static final Parameter STEP = new Parameter("stepS", 1, 0.01, 2);
  private static final Parameter NOISE = new Parameter("noise", 1, 0, 10);
  private static final Parameter DEMAND = new Parameter("productDemandM3H", 22.949, 0, 100);

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static TennesseeParameters of(ProcessSpec.Unit unit) {
    Parameters found = new Parameters(unit, List.of(STEP, NOISE, DEMAND));
    return new TennesseeParameters(found.of(STEP), found.of(NOISE), found.of(DEMAND));
  }
}
