package org.bumpless.plc.scan;

import java.util.List;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;

/** A program that a controller can be loaded with. */
public interface ControllerProgram {
  ProgramText text();

  /** Names of the field inputs, in the order of {@link ProgramImage#input}. */
  List<String> inputs();

  /** Names of the field outputs, in the order of {@link ProgramImage#output}. */
  List<String> outputs();

  /**
   * A new start of it in a controller with these tags.
   *
   * @throws IllegalArgumentException if it has no variable for a tag, or one of another type; the
   *     message names it
   */
  ControlProgram create(List<Tag> tags);
}
