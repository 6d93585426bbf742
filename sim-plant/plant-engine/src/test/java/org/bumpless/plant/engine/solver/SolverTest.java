package org.bumpless.plant.engine.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bumpless.plant.engine.cost.Allocation;
import org.junit.jupiter.api.Test;

class SolverTest {
  /** A swinging pendulum without friction: x'' = -x, whose solution is known. */
  private static final Derivatives PENDULUM =
      (seconds, state, rates) -> {
        rates[0] = state[1];
        rates[1] = -state[0];
      };

  private static double errorAfterOneSecond(Solver solver, int steps) {
    double[] state = {1, 0};
    for (int i = 0; i < steps; i++) {
      solver.advance(PENDULUM, (double) i / steps, 1.0 / steps, state);
    }
    return Math.hypot(state[0] - Math.cos(1), state[1] + Math.sin(1));
  }

  private static double order(Solver solver) {
    double coarse = errorAfterOneSecond(solver, 50);
    double fine = errorAfterOneSecond(solver, 100);
    return Math.log(coarse / fine) / Math.log(2);
  }

  @Test
  void halfTheStepHalvesTheErrorOfEuler() {
    assertThat(order(new Euler(2))).isCloseTo(1, within(0.1));
  }

  @Test
  void halfTheStepLeavesASixteenthOfTheErrorOfRungeKutta() {
    assertThat(order(new RungeKutta4(2))).isCloseTo(4, within(0.1));
  }

  @Test
  void timeReachesTheProcessAtEachStage() {
    Derivatives slope = (seconds, state, rates) -> rates[0] = 3 * seconds * seconds;
    double[] state = {0};
    new RungeKutta4(1).advance(slope, 1, 1, state);
    assertThat(state[0]).isCloseTo(7, within(1e-12));
  }

  @Test
  void theErrorStaysInsideItsBound() {
    for (double bound : new double[] {1e-4, 1e-7, 1e-10}) {
      assertThat(errorAfterOneSecond(new ErrorControlled(bound, bound), 1))
          .isBetween(0.0, 10 * bound);
    }
  }

  @Test
  void fixedStepsAllocateNothing() {
    double[] state = {1, 0};
    Solver euler = new Euler(2);
    Solver rungeKutta = new RungeKutta4(2);
    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  euler.advance(PENDULUM, 0, 1e-3, state);
                  rungeKutta.advance(PENDULUM, 0, 1e-3, state);
                }))
        .isZero();
  }
}
