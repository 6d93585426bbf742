package org.bumpless.plant.fmi;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.fmi.Variable.Causality;
import org.bumpless.plant.model.ProcessSpec;
import org.jspecify.annotations.Nullable;

/**
 * The instances of an FMU as the process of a plant. Outputs are its instruments, which show the
 * truth: noise is the FMU's business. Inputs are its actuators; they take hold at the next
 * communication point. Time is counted in whole nanoseconds, so that a step is as long in sum as
 * its parts; an FMU that takes only one length of step gets that one, and what a step of the bench
 * leaves over comes with the next.
 */
final class FmuProcess implements ProcessModel {
  private final Fmu fmu;
  private final ModelDescription description;
  private final List<Variable> wired;
  private final List<Slave> slaves = new ArrayList<>();
  private final SignalTable table;
  private final double[] values;
  private final int outputs;
  private long nowNanos;
  private long dueNanos;
  private @Nullable FmuException failure;
  private volatile boolean stepping;
  private boolean closed;

  /**
   * Makes an instance for each unit.
   *
   * @throws FmuException if the FMU refuses
   * @throws IllegalArgumentException if a parameter is unknown or out of range
   */
  FmuProcess(Fmu fmu, ProcessSpec spec) {
    this.fmu = fmu;
    description = fmu.description();
    wired = new ArrayList<>(description.of(Causality.OUTPUT));
    outputs = wired.size();
    wired.addAll(description.of(Causality.INPUT));
    List<Signal> signals = new ArrayList<>();
    for (ProcessSpec.Unit unit : spec.units()) {
      for (Variable variable : wired) {
        signals.add(
            new Signal(
                unit.device() + "." + variable.plantName(),
                variable.unit(),
                variable.causality() == Causality.OUTPUT
                    ? Signal.Direction.MEASURED
                    : Signal.Direction.COMMAND));
      }
    }
    table = new SignalTable(signals);
    values = new double[signals.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = variable(i).limited(variable(i).start());
    }
    for (ProcessSpec.Unit unit : spec.units()) {
      slaves.add(fmu.instantiate(unit.device().value(), UnitParameters.of(unit, description)));
    }
    getOutputs();
  }

  @Override
  public List<Signal> signals() {
    return table.signals();
  }

  @Override
  public int index(String name) {
    return table.index(name);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the FMU fails, with what it says; it is of no use then until
   *     it is restored
   */
  @Override
  public void step(double seconds) {
    if (!(seconds > 0 && seconds <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("step of " + seconds + " s: expected more than 0");
    }
    requireOpen();
    if (failure != null) {
      throw failed(failure);
    }
    dueNanos += Math.max(1, Math.round(seconds * 1e9));
    long length = description.stepNanos() == 0 ? dueNanos : description.stepNanos();
    if (dueNanos < length) {
      return;
    }
    stepping = true;
    try {
      communicate(length);
    } catch (FmuException e) {
      throw failed(e);
    } finally {
      stepping = false;
    }
  }

  private void communicate(long length) {
    for (int i = 0; i < slaves.size(); i++) {
      slaves.get(i).set(values, i * wired.size() + outputs);
    }
    for (; dueNanos >= length; dueNanos -= length) {
      double from = description.startSeconds() + nowNanos / 1e9;
      for (int i = 0; i < slaves.size(); i++) {
        slaves.get(i).step(from, length / 1e9);
      }
      nowNanos += length;
    }
    getOutputs();
  }

  private void getOutputs() {
    for (int i = 0; i < slaves.size(); i++) {
      slaves.get(i).get(values, i * wired.size());
    }
  }

  @Override
  public double measured(int index) {
    return values[index];
  }

  @Override
  public double truth(int index) {
    return values[index];
  }

  @Override
  public void command(int index, double value) {
    Variable variable = variable(index);
    if (variable.causality() != Causality.INPUT) {
      throw table.measured(index);
    }
    values[index] = variable.limited(value);
  }

  private Variable variable(int index) {
    return wired.get(index % wired.size());
  }

  /** What was so at one moment; its states are memory of the FMU. */
  private static final class Moment implements Snapshot {
    private final FmuProcess of;
    private final double[] values;
    private final long nowNanos;
    private final long dueNanos;
    private final List<MemorySegment> states;

    Moment(FmuProcess of, List<MemorySegment> states) {
      this.of = of;
      this.values = of.values.clone();
      this.nowNanos = of.nowNanos;
      this.dueNanos = of.dueNanos;
      this.states = states;
    }
  }

  /** {@inheritDoc} The FMU keeps the memory for it until the process is closed. */
  @Override
  public Snapshot snapshot() {
    requireOpen();
    try {
      return new Moment(
          this, description.states() ? slaves.stream().map(Slave::state).toList() : List.of());
    } catch (FmuException e) {
      throw failed(e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if it is not of the beginning and the FMU cannot go
   *     elsewhere
   */
  @Override
  public void restore(Snapshot snapshot) {
    requireOpen();
    if (!(snapshot instanceof Moment moment) || moment.of != this) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of this process");
    }
    if (!description.states() && moment.nowNanos > 0) {
      throw new IllegalArgumentException(
          "FMU %s: found a way back to %s s only by its state, which it does not give; expected the"
                  .formatted(fmu.file(), moment.nowNanos / 1e9)
              + " snapshot of the beginning, or an FMU with canGetAndSetFMUstate");
    }
    try {
      for (int i = 0; i < slaves.size(); i++) {
        if (description.states()) {
          slaves.get(i).restore(moment.states.get(i));
        } else {
          slaves.get(i).restart();
        }
      }
    } catch (FmuException e) {
      throw failed(e);
    }
    failure = null;
    nowNanos = moment.nowNanos;
    dueNanos = moment.dueNanos;
    System.arraycopy(moment.values, 0, values, 0, values.length);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the process of FMU " + fmu.file() + " is closed");
    }
    if (failure != null && !fmu.isAlive()) {
      throw failed(failure);
    }
  }

  private IllegalStateException failed(FmuException e) {
    failure = e;
    return new IllegalStateException("FMU " + fmu.file() + ": " + e.getMessage(), e);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if another thread hangs in a step of the FMU: what is pulled away
   *     from under it would end the bench
   */
  @Override
  public void close() {
    if (stepping) {
      throw new IllegalStateException(
          "FMU " + fmu.file() + ": found a step that does not end; expected one within a scan");
    }
    if (!closed) {
      closed = true;
      fmu.close();
    }
  }
}
