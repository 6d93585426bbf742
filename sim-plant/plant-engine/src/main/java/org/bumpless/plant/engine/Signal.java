package org.bumpless.plant.engine;

/**
 * A wire between the process and the controllers.
 *
 * @param name device and signal, for example {@code T-101.level}
 * @param unit engineering unit, for example {@code l/s}
 * @param direction who drives the wire
 */
public record Signal(String name, String unit, Direction direction) {
  /** Who drives a wire. */
  public enum Direction {
    /** An instrument of the process. */
    MEASURED,
    /** A controller; an actuator of the process follows. */
    COMMAND,
    /**
     * The world outside: weather, suppliers, wear. Scenarios set it, no controller is wired to it.
     */
    DISTURBANCE
  }
}
