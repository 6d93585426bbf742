package org.bumpless.plant.engine.tennessee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bumpless.plant.engine.solver.Euler;
import org.bumpless.plant.engine.solver.RungeKutta4;
import org.bumpless.plant.engine.solver.Solver;
import org.junit.jupiter.api.Test;

class TennesseeEquationsTest {
  /** The original has some constants in single precision only. */
  private static final double SINGLE = 1e-4;

  private final TennesseeEquations equations = new TennesseeEquations();

  @Test
  void ratesBesideTheBaseCaseAreThoseOfTheOriginalProgram() throws IOException {
    double[] state = equations.begin();
    for (int i = 0; i < state.length; i++) {
      state[i] *= 1 + 0.01 * (7 * i % 11 - 5);
    }
    double[] rates = new double[state.length];
    equations.at(0, state, rates);
    List<Double> expected = original();
    assertThat(expected).hasSize(rates.length);
    for (int i = 0; i < rates.length; i++) {
      double hourly = expected.get(i);
      assertThat(rates[i] * 3_600)
          .as("state %s", i)
          .isCloseTo(hourly, within(SINGLE * Math.max(0.1, Math.abs(hourly))));
    }
  }

  private static List<Double> original() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            TennesseeEquationsTest.class.getResourceAsStream("rates-beside-base-case.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Double::valueOf)
          .toList();
    }
  }

  @Test
  void theBaseCaseIsNearlyAtRest() {
    double[] state = equations.begin();
    double[] rates = new double[state.length];
    equations.at(0, state, rates);
    for (int i = 0; i < rates.length; i++) {
      assertThat(rates[i] * 3_600).as("state %s", i).isCloseTo(0, within(5e-3));
    }
  }

  @Test
  void aSecondIsShortEnoughForEuler() {
    double[] euler = moved(new Euler(StateLayout.COUNT), 1);
    double[] exact = moved(new RungeKutta4(StateLayout.COUNT), 0.5);
    for (int i = 0; i < euler.length; i++) {
      assertThat(euler[i]).as("state %s", i).isCloseTo(exact[i], within(0.01 * exact[i]));
    }
  }

  private double[] moved(Solver solver, double step) {
    double[] state = equations.begin();
    state[StateLayout.VALVES + Valves.PURGE] += 20;
    state[StateLayout.REACTOR_WATER] += 1;
    for (double time = 0; time < 120; time += step) {
      solver.advance(equations, time, step, state);
    }
    return state;
  }
}
