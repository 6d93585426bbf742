package org.bumpless.plc.scan;

import org.bumpless.plant.model.ProgramText;

/**
 * A language in which controllers are programmed; found through {@link java.util.ServiceLoader}.
 */
public interface ProgramLanguage {
  /** For example {@code structured-text}. */
  String id();

  /**
   * Makes a program of a text.
   *
   * @throws BadProgramException if it is none, with all that is wrong with it
   */
  ControllerProgram compile(ProgramText text) throws BadProgramException;
}
