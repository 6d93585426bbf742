package org.bumpless.plant.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a controller runs.
 *
 * @param program name of the program that it starts with, for example {@code level-loop}
 * @param scan period of its task
 * @param io which process signal stands behind each of the program's inputs and outputs, program
 *     name to signal name, for example {@code LEVEL} to {@code T-101.level}
 * @param loop that it closes, if it closes one that can be weighed
 */
public record ProgramSpec(
    String program, Duration scan, Map<String, String> io, Optional<LoopSpec> loop) {
  public ProgramSpec {
    io = Map.copyOf(io);
  }

  /** One that closes no loop. */
  public ProgramSpec(String program, Duration scan, Map<String, String> io) {
    this(program, scan, io, Optional.empty());
  }

  /** The process signals that a report shows over time. */
  public List<String> trends() {
    return loop.stream().flatMap(its -> its.trends().stream()).map(io::get).toList();
  }
}
