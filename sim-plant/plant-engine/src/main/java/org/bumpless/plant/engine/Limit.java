package org.bumpless.plant.engine;

/**
 * A band that a process has to stay in.
 *
 * @param signal measured signal, for example {@code TE-1.reactorPressure}
 * @param low below this it is left, in the signal's unit; negative infinity for none
 * @param high above this it is left; positive infinity for none
 * @param kind what leaving it means
 */
public record Limit(String signal, double low, double high, Kind kind) {
  /** What it means to leave a band. */
  public enum Kind {
    /** The process is run badly: quality, wear, an alarm. */
    NORMAL,
    /** The process shuts down by itself, or breaks. */
    TRIP
  }

  /** Distance to the nearer end, in the signal's unit; negative outside. */
  public double margin(double value) {
    return Math.min(value - low, high - value);
  }
}
