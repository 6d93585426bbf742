package org.bumpless.plc.scan;

import java.util.Map;

/**
 * The program of a controller, started: one call per scan on latched inputs. Holds its own state;
 * used by one thread.
 */
@FunctionalInterface
public interface ControlProgram {
  /**
   * Runs one scan.
   *
   * @param image tags and latched inputs; outputs written here go to the field after the call
   * @param seconds length of the scan
   */
  void scan(ProgramImage image, double seconds);

  /**
   * The values of its variables, by their names.
   *
   * @param all every variable; else only those that outlive a restart (RETAIN)
   */
  default Map<String, Object> values(boolean all) {
    return Map.of();
  }

  /** Takes values on that another start had, for variables that it has too. */
  default void takeOver(Map<String, Object> values) {}
}
