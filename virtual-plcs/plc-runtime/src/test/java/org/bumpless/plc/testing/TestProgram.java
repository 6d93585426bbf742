package org.bumpless.plc.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;

/** A program that the test writes; each controller and each restart gets a new one. */
public record TestProgram(ControlProgram program, AtomicInteger made) implements ControllerProgram {

  /** A language in which nothing is a program. */
  public static final ProgramLanguage NO_LANGUAGE =
      new ProgramLanguage() {
        @Override
        public String id() {
          return "none";
        }

        @Override
        public ControllerProgram compile(ProgramText text) throws BadProgramException {
          throw new BadProgramException("nothing is a program", new IllegalStateException());
        }
      };

  public TestProgram(ControlProgram program) {
    this(program, new AtomicInteger());
  }

  @Override
  public ProgramText text() {
    return new ProgramText("test", "");
  }

  @Override
  public List<String> inputs() {
    return List.of("IN");
  }

  @Override
  public List<String> outputs() {
    return List.of("OUT");
  }

  @Override
  public ControlProgram create(List<Tag> tags) {
    made.incrementAndGet();
    return program;
  }
}
