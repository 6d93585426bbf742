package org.bumpless.plc.scan;

/**
 * The program of a controller: one call per scan on latched inputs. Holds its own state; used by
 * one thread.
 */
public interface ControlProgram {
  /**
   * Runs one scan.
   *
   * @param image tags and latched inputs; outputs written here go to the field after the call
   * @param seconds length of the scan
   */
  void scan(ProgramImage image, double seconds);
}
