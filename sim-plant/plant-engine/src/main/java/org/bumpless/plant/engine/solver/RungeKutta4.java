package org.bumpless.plant.engine.solver;

/** The classical Runge-Kutta method (Kutta 1901): fourth order, four evaluations a step. */
public final class RungeKutta4 implements Solver {
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private final double[] fourth;
  private final double[] probe;

  /**
   * @param size number of states
   */
  public RungeKutta4(int size) {
    first = new double[size];
    second = new double[size];
    third = new double[size];
    fourth = new double[size];
    probe = new double[size];
  }

  @Override
  public void advance(Derivatives process, double from, double seconds, double[] state) {
    double half = seconds / 2;
    process.at(from, state, first);
    process.at(from + half, along(state, first, half), second);
    process.at(from + half, along(state, second, half), third);
    process.at(from + seconds, along(state, third, seconds), fourth);
    for (int i = 0; i < probe.length; i++) {
      state[i] += seconds / 6 * (first[i] + 2 * (second[i] + third[i]) + fourth[i]);
    }
  }

  private double[] along(double[] state, double[] rates, double seconds) {
    for (int i = 0; i < probe.length; i++) {
      probe[i] = state[i] + seconds * rates[i];
    }
    return probe;
  }
}
