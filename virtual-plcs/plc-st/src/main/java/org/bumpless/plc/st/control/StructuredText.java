package org.bumpless.plc.st.control;

import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.problem.StException;

/** Structured Text of IEC 61131-3 as a language for controllers. */
public final class StructuredText implements ProgramLanguage {
  private final StCompiler compiler = new StCompiler();

  @Override
  public String id() {
    return "structured-text";
  }

  @Override
  public ControllerProgram compile(ProgramText text) throws BadProgramException {
    try {
      return new StControllerProgram(text, compiler.compile(text.name(), text.text()));
    } catch (StException e) {
      throw new BadProgramException(String.valueOf(e.getMessage()), e);
    }
  }
}
