package org.bumpless.plant.engine.unit;

import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.Signal;

/**
 * A piece of equipment with its instruments and actuators. Its signals are numbered from 0, in the
 * order of {@link #signals}.
 *
 * @param <S> all that changes in it, immutable
 */
public interface Equipment<S> {
  List<Signal> signals();

  /** Where it is well, and where it trips. */
  List<Limit> limits();

  /** Names of the signals that count lost product. */
  List<String> losses();

  /** Goes on by its own fixed length of time; allocates nothing. */
  void step();

  /** What the instrument shows, with noise. */
  double measured(int signal);

  /** What is really so. */
  double truth(int signal);

  /**
   * Commands an actuator, or sets a disturbance.
   *
   * @return whether the signal is one of those; nothing has happened if not
   */
  boolean command(int signal, double value);

  S save();

  void restore(S saved);
}
