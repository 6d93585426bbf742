package org.bumpless.plc.st.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.problem.StException;

/**
 * Structured Text of IEC 61131-3 as a language for controllers. The programs that were asked for
 * last are kept: controllers with the same text then share their code, which the JVM compiles once
 * and the processor's caches hold once.
 */
public final class StructuredText implements ProgramLanguage {
  private static final int KEPT_MAX = 32;

  private final StCompiler compiler = new StCompiler();
  private final Map<ProgramText, ControllerProgram> kept = new Kept();

  /** The one that was asked for longest ago goes. */
  private static final class Kept extends LinkedHashMap<ProgramText, ControllerProgram> {
    private static final long serialVersionUID = 1L;

    Kept() {
      super(KEPT_MAX, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ProgramText, ControllerProgram> eldest) {
      return size() > KEPT_MAX;
    }
  }

  @Override
  public String id() {
    return "structured-text";
  }

  @Override
  public ControllerProgram compile(ProgramText text) throws BadProgramException {
    Optional<ControllerProgram> known = known(text);
    return known.isPresent() ? known.get() : keep(text, compiled(text));
  }

  private Optional<ControllerProgram> known(ProgramText text) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(text));
    }
  }

  private ControllerProgram keep(ProgramText text, ControllerProgram compiled) {
    synchronized (kept) {
      ControllerProgram before = kept.putIfAbsent(text, compiled);
      return before == null ? compiled : before;
    }
  }

  private ControllerProgram compiled(ProgramText text) throws BadProgramException {
    try {
      return new StControllerProgram(text, compiler.compile(text.name(), text.text()));
    } catch (StException e) {
      throw new BadProgramException(String.valueOf(e.getMessage()), e);
    }
  }
}
