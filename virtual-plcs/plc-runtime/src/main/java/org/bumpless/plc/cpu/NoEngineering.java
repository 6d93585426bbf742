package org.bumpless.plc.cpu;

import java.util.List;
import java.util.OptionalDouble;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;

/** A controller that takes no orders from the network at all; it runs an empty program. */
public final class NoEngineering implements Engineering {
  private static final Answer.Refused NEVER =
      new Answer.Refused(Answer.Cause.KEY, "this controller takes no orders from the network");

  @Override
  public CpuState state() {
    return new CpuState(OperatingMode.RUN, KeySwitch.RUN, new ProgramText("none", ""), "", "");
  }

  @Override
  public Answer start() {
    return NEVER;
  }

  @Override
  public Answer stop() {
    return NEVER;
  }

  @Override
  public Answer download(ProgramText program, Load load) {
    return NEVER;
  }

  @Override
  public Answer force(String name, OptionalDouble value) {
    return NEVER;
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.of();
  }
}
