package org.bumpless.plc.scan;

/**
 * The wires between controllers and process: measured values in, commands out. Used by the scan
 * thread only.
 */
public interface FieldSignals {
  /**
   * The number under which a signal is read and written.
   *
   * @param name for example {@code T-101.level}
   * @throws IllegalArgumentException if the process has no such signal, with the list of those it
   *     has
   */
  int index(String name);

  /** The measured value, in the signal's unit, with the instrument's noise. */
  double read(int index);

  /** Gives a command to an actuator; it follows with its own dynamics. */
  void write(int index, double value);
}
