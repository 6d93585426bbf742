package org.bumpless.endpoint.opcua.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.cpu.Diagnostic;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.cpu.Load;

/** A processor that writes down what it is told, and answers what it is told to answer. */
public final class FakeCpu implements Engineering {
  private static final ProgramText FIRST = new ProgramText("first", "PROGRAM first END_PROGRAM");

  private final List<String> orders = new ArrayList<>();
  private ProgramText program = FIRST;
  private Answer answer = new Answer.Done();
  private boolean givesAway = true;

  public synchronized List<String> orders() {
    return List.copyOf(orders);
  }

  public synchronized ProgramText program() {
    return program;
  }

  /** As it was at first. */
  public synchronized void reset() {
    orders.clear();
    program = FIRST;
    answer = new Answer.Done();
    givesAway = true;
  }

  /** From now on every order is refused. */
  public synchronized void refuse(Answer.Cause cause) {
    answer = new Answer.Refused(cause, "because " + cause);
  }

  /** From now on the program is not given away. */
  public synchronized void keep() {
    givesAway = false;
  }

  @Override
  public synchronized CpuState state() {
    return new CpuState(OperatingMode.RUN, KeySwitch.REMOTE, program, "", "XV-101 := 1", 3);
  }

  @Override
  public Answer start() {
    return told("start");
  }

  @Override
  public Answer stop() {
    return told("stop");
  }

  @Override
  public synchronized Answer download(ProgramText next, Load load) {
    Answer its = told(load + " " + next.name());
    if (its instanceof Answer.Done) {
      program = next;
    }
    return its;
  }

  @Override
  public synchronized Optional<ProgramText> upload() {
    return givesAway ? Optional.of(program) : Optional.empty();
  }

  @Override
  public Answer force(String name, OptionalDouble value) {
    return told("force " + name + " " + (value.isPresent() ? value.getAsDouble() : "no more"));
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.of(
        new Diagnostic(Instant.EPOCH, Diagnostic.Kind.KEY, "turned to REMOTE"),
        new Diagnostic(Instant.EPOCH, Diagnostic.Kind.MODE, "STOP to RUN by the key"));
  }

  private synchronized Answer told(String order) {
    orders.add(order);
    return answer;
  }
}
