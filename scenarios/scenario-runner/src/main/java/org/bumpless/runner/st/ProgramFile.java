package org.bumpless.runner.st;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.StProgram;
import org.bumpless.runner.InputException;

/** A program in a file of its own. */
public final class ProgramFile {
  private ProgramFile() {}

  /**
   * Compiles it.
   *
   * @throws InputException if it cannot be read or is no program, with all that is wrong with it
   */
  public static StProgram compiled(Path file) {
    try {
      String text =
          ProgramText.decoded(Files.readAllBytes(file))
              .orElseThrow(() -> new InputException(file + ": is no text; expected one in UTF-8"));
      return new StCompiler().compile(file.toString(), text);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e);
    } catch (StException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
