package org.bumpless.plc.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControlProgramProvider;

/** A program that the test writes; each controller and each restart gets a new one. */
public record TestProgram(ControlProgram program, AtomicInteger made)
    implements ControlProgramProvider {

  public TestProgram(ControlProgram program) {
    this(program, new AtomicInteger());
  }

  @Override
  public String id() {
    return "test";
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
