package org.bumpless.plant.model;

import java.time.Duration;
import java.util.Map;

/**
 * What a controller runs.
 *
 * @param program id of the program, for example {@code level-loop}
 * @param scan period of its task
 * @param io which process signal stands behind each of the program's inputs and outputs, program
 *     name to signal name, for example {@code LEVEL} to {@code T-101.level}
 */
public record ProgramSpec(String program, Duration scan, Map<String, String> io) {
  public ProgramSpec {
    io = Map.copyOf(io);
  }
}
