package org.bumpless.plant.engine.solver;

/**
 * Explicit Euler steps: first order, one evaluation each; what the published plants were run with.
 */
public final class Euler implements Solver {
  private final double[] rates;

  /**
   * @param size number of states
   */
  public Euler(int size) {
    rates = new double[size];
  }

  @Override
  public void advance(Derivatives process, double from, double seconds, double[] state) {
    process.at(from, state, rates);
    for (int i = 0; i < rates.length; i++) {
      state[i] += seconds * rates[i];
    }
  }
}
