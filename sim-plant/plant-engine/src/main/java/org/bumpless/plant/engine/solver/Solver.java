package org.bumpless.plant.engine.solver;

/** Carries the state of a process on in time. Used by one thread. */
public interface Solver {
  /**
   * Advances.
   *
   * @param from simulated time at the beginning, in s
   * @param seconds length of the step, above 0
   * @param state is changed in place
   */
  void advance(Derivatives process, double from, double seconds, double[] state);
}
