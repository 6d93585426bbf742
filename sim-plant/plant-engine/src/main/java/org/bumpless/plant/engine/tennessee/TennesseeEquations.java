package org.bumpless.plant.engine.tennessee;

import org.bumpless.plant.engine.solver.Derivatives;

/**
 * The fifty differential equations alone, in usual surroundings and with the actuators commanded to
 * where they stand in the base case: for comparing solvers and programs.
 */
public final class TennesseeEquations implements Derivatives {
  private static final double SECONDS_PER_HOUR = 3_600;

  private final Flowsheet flowsheet = new Flowsheet();
  private final Conditions outside = Conditions.usual();
  private final double[] base = BaseCase.state();

  /** The base case: moles in lb-mol, heat in 10^6 Btu, temperatures in deg C, positions in %. */
  public double[] begin() {
    return base.clone();
  }

  @Override
  public void at(double seconds, double[] state, double[] rates) {
    flowsheet.evaluate(state, outside, rates);
    for (int i = 0; i < StateLayout.VALVES; i++) {
      rates[i] /= SECONDS_PER_HOUR;
    }
    for (int i = 0; i < Valves.COUNT; i++) {
      int place = StateLayout.VALVES + i;
      rates[place] = (base[place] - state[place]) / Valves.timeConstantS(i);
    }
  }
}
