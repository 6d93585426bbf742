package org.bumpless.plant.engine.solver;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;

/**
 * Steps as long as an error bound allows (Dormand and Prince 1980, orders 5 and 4), by Hipparchus.
 * Allocates; for models whose cost does not matter.
 */
public final class ErrorControlled implements Solver {
  private static final double SHORTEST_S = 1e-9;

  private final double absolute;
  private final double relative;

  /**
   * @param absolute error that each state may have per step, in its unit
   * @param relative the same as a share of the state
   */
  public ErrorControlled(double absolute, double relative) {
    this.absolute = absolute;
    this.relative = relative;
  }

  /**
   * @throws org.hipparchus.exception.MathIllegalStateException if the bound cannot be kept with
   *     steps of a nanosecond
   */
  @Override
  public void advance(Derivatives process, double from, double seconds, double[] state) {
    DormandPrince54Integrator integrator =
        new DormandPrince54Integrator(Math.min(SHORTEST_S, seconds), seconds, absolute, relative);
    double[] end =
        integrator
            .integrate(
                new Equation(process, state.length), new ODEState(from, state), from + seconds)
            .getPrimaryState();
    System.arraycopy(end, 0, state, 0, state.length);
  }

  private record Equation(Derivatives process, int getDimension)
      implements OrdinaryDifferentialEquation {
    @Override
    public double[] computeDerivatives(double seconds, double[] state) {
      double[] rates = new double[state.length];
      process.at(seconds, state, rates);
      return rates;
    }
  }
}
