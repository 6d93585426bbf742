package org.bumpless.plc.scan;

import java.util.List;
import org.bumpless.plant.model.Tag;

/** A kind of program that a plant file can name; found through {@link java.util.ServiceLoader}. */
public interface ControlProgramProvider {
  /** The name in the plant file, for example {@code level-loop}. */
  String id();

  /** Names of the field inputs, in the order of {@link ProgramImage#input}. */
  List<String> inputs();

  /** Names of the field outputs, in the order of {@link ProgramImage#output}. */
  List<String> outputs();

  /**
   * A new program for a controller with these tags.
   *
   * @throws IllegalArgumentException if a tag that the program needs is missing or of another type;
   *     the message names it
   */
  ControlProgram create(List<Tag> tags);
}
