package org.bumpless.plc.cpu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;

/**
 * A controller as those see it whose protocol carries no orders to it: its mode shows, its program
 * does not.
 */
public final class NoEngineering implements Engineering {
  private static final Answer.Refused NEVER =
      new Answer.Refused(Answer.Cause.KEY, "this controller takes no orders from the network");

  private static final ProgramText NONE = new ProgramText("none", "");

  private final Supplier<CpuState> state;

  /** One that runs an empty program. */
  public NoEngineering() {
    CpuState empty = new CpuState(OperatingMode.RUN, KeySwitch.RUN, NONE, "", "", 0);
    this.state = () -> empty;
  }

  /**
   * One that shows the mode of another.
   *
   * @param behind what other protocols can give orders to
   */
  public NoEngineering(Engineering behind) {
    this.state =
        () -> {
          CpuState its = behind.state();
          return new CpuState(its.mode(), its.key(), NONE, its.fault(), "", its.overruns());
        };
  }

  @Override
  public CpuState state() {
    return state.get();
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
  public Optional<ProgramText> upload() {
    return Optional.empty();
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
