package org.bumpless.scenario.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * The safety islands as people see them who stand in them, at a logic solver's front or at its
 * engineering station; no network leads there. What is refused says why.
 */
public interface Safety {
  /**
   * Changes the trip limit of a safety function, as somebody does who changes the program of its
   * solver.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  Optional<String> change(String function, double limit);

  /**
   * Switches a safety function off for maintenance.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  Optional<String> bypass(String function, Duration length);

  /**
   * Resets a tripped safety function.
   *
   * @throws IllegalArgumentException if there is no such function
   */
  Optional<String> reset(String function);
}
