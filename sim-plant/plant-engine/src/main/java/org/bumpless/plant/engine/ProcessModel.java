package org.bumpless.plant.engine;

import java.util.List;

/**
 * A running process. Used by one thread at a time; a step allocates nothing. Whoever made it closes
 * it, because a model may hold what the garbage collector does not give back: native libraries,
 * files.
 */
public interface ProcessModel extends AutoCloseable {

  /** All signals; the position in the list is the number that the other methods take. */
  List<Signal> signals();

  /**
   * The number of a signal.
   *
   * @throws IllegalArgumentException if there is no such signal, with the names of those that there
   *     are
   */
  int index(String name);

  /** Where the process is well, and where it trips by itself; empty if the model knows of none. */
  default List<Limit> limits() {
    return List.of();
  }

  /**
   * Measured signals that count product which is lost for good, each in its unit, never falling:
   * spilled, blown off, not made; empty if the model counts none.
   */
  default List<String> losses() {
    return List.of();
  }

  /**
   * Advances the process.
   *
   * @param seconds length of the step, above 0
   */
  void step(double seconds);

  /**
   * What the instrument shows, in the signal's unit, with noise; for a command the command itself.
   */
  double measured(int index);

  /** What is really so in the process, in the signal's unit; for a command the command itself. */
  double truth(int index);

  /**
   * Gives a command to an actuator, which limits it to its range and follows with its own dynamics;
   * or sets a disturbance.
   *
   * @throws IllegalArgumentException if the signal is measured
   */
  void command(int index, double value);

  /** The state of the process now, the noise to come included. */
  Snapshot snapshot();

  /**
   * Goes back to a state.
   *
   * @throws IllegalArgumentException if the snapshot is of another model
   */
  void restore(Snapshot snapshot);

  /** Ends the process; only its signals can be read afterwards. Closing twice changes nothing. */
  @Override
  default void close() {}

  /** The state of a process at one moment; immutable, readable only by the model that made it. */
  interface Snapshot {}
}
