package org.bumpless.plant.engine.solver;

/** The right-hand side of a process: how fast each of its states changes. */
@FunctionalInterface
public interface Derivatives {
  /**
   * Works out the rates; allocates nothing.
   *
   * @param seconds simulated time
   * @param state not to be changed
   * @param rates to be filled, per second
   */
  void at(double seconds, double[] state, double[] rates);
}
