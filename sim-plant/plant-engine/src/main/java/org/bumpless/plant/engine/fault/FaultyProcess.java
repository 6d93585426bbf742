package org.bumpless.plant.engine.fault;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.solver.StepDebt;
import org.jspecify.annotations.Nullable;

/**
 * A process whose transmitters and actuators can fail, one fault for each at a time. Without a
 * fault it is the process itself, to the last bit.
 *
 * <p>For an actuator with a fault, {@link #measured} is the command as the controller gave it and
 * {@link #truth} the one that reached the process.
 */
public final class FaultyProcess implements ProcessModel {
  private final ProcessModel process;
  private final List<Signal> signals;
  private final @Nullable SensorLine[] sensors;
  private final @Nullable ActuatorLine[] actuators;
  private final SeededStream[] streams;
  private final int[] measured;
  private final History history;
  private final StepDebt sampling = new StepDebt(History.PERIOD_NANOS);

  /**
   * @param process closed with this
   * @param seed of the noise of broken sensors; each has its own stream
   */
  public FaultyProcess(ProcessModel process, long seed) {
    this.process = process;
    signals = process.signals();
    sensors = new SensorLine[signals.size()];
    actuators = new ActuatorLine[signals.size()];
    streams = new SeededStream[signals.size()];
    int count = 0;
    int[] found = new int[signals.size()];
    for (int i = 0; i < streams.length; i++) {
      Signal signal = signals.get(i);
      streams[i] = new SeededStream(seed, signal.name() + ".fault");
      if (signal.direction() == Signal.Direction.MEASURED) {
        found[count++] = i;
      }
    }
    measured = Arrays.copyOf(found, count);
    history = new History(count);
  }

  /**
   * Breaks a wire; a fault that it has already gives way.
   *
   * @throws IllegalArgumentException if the signal is not one that can have such a fault
   */
  public void fault(int index, Fault fault) {
    requireFits(index, fault);
    switch (fault) {
      case SensorFault sensor -> breakSensor(index, sensor);
      case ActuatorFault actuator -> breakActuator(index, actuator);
    }
  }

  private void breakSensor(int index, SensorFault fault) {
    double[] window =
        fault instanceof SensorFault.Replay(double seconds)
            ? history.last(sensor(index), seconds)
            : new double[0];
    SensorLine line = new SensorLine(fault, measured(index), window);
    line.refresh(streams[index]);
    sensors[index] = line;
  }

  private void breakActuator(int index, ActuatorFault fault) {
    ActuatorLine line = new ActuatorLine(fault, measured(index), process.truth(index));
    actuators[index] = line;
    command(index, line.wanted());
  }

  /**
   * Whether a wire can have a fault; changes nothing, so any thread may ask.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public void requireFits(int index, Fault fault) {
    Signal signal = signals.get(index);
    Signal.Direction direction =
        switch (fault) {
          case SensorFault _ -> Signal.Direction.MEASURED;
          case ActuatorFault _ -> Signal.Direction.COMMAND;
        };
    if (signal.direction() != direction) {
      throw new IllegalArgumentException(
          "fault %s on process signal %s, which is %s: expected one that is %s"
              .formatted(fault, signal.name(), signal.direction(), direction));
    }
  }

  private int sensor(int index) {
    return Arrays.binarySearch(measured, index);
  }

  /** Mends a wire; an actuator gets the controller's last command. Nothing if it is whole. */
  public void repair(int index) {
    sensors[index] = null;
    ActuatorLine line = actuators[index];
    if (line != null) {
      actuators[index] = null;
      process.command(index, line.wanted());
    }
  }

  /** Mends all wires. */
  public void repairAll() {
    for (int i = 0; i < sensors.length; i++) {
      repair(i);
    }
  }

  /** The faults there are, by signal, in the order of the signals. */
  public Map<String, Fault> faults() {
    Map<String, Fault> found = new LinkedHashMap<>();
    for (int i = 0; i < sensors.length; i++) {
      SensorLine sensor = sensors[i];
      ActuatorLine actuator = actuators[i];
      if (sensor != null) {
        found.put(signals.get(i).name(), sensor.fault());
      } else if (actuator != null) {
        found.put(signals.get(i).name(), actuator.fault());
      }
    }
    return Collections.unmodifiableMap(found);
  }

  @Override
  public List<Signal> signals() {
    return signals;
  }

  @Override
  public int index(String name) {
    return process.index(name);
  }

  @Override
  public List<Limit> limits() {
    return process.limits();
  }

  @Override
  public List<String> losses() {
    return process.losses();
  }

  @Override
  public void step(double seconds) {
    sampling.add(seconds);
    for (int i = 0; i < actuators.length; i++) {
      ActuatorLine line = actuators[i];
      if (line != null && line.moves()) {
        line.advance(seconds);
        process.command(i, line.reached());
      }
    }
    process.step(seconds);
    for (SensorLine line : sensors) {
      if (line != null) {
        line.advance(seconds);
      }
    }
    while (sampling.take()) {
      sample();
    }
  }

  private void sample() {
    history.next();
    for (int i = 0; i < measured.length; i++) {
      SensorLine line = sensors[measured[i]];
      if (line != null) {
        line.refresh(streams[measured[i]]);
      }
      history.set(i, measured(measured[i]));
    }
  }

  @Override
  public double measured(int index) {
    SensorLine sensor = sensors[index];
    if (sensor != null) {
      return sensor.shown(process.measured(index));
    }
    ActuatorLine actuator = actuators[index];
    return actuator != null ? actuator.wanted() : process.measured(index);
  }

  @Override
  public double truth(int index) {
    return process.truth(index);
  }

  @Override
  public void command(int index, double value) {
    ActuatorLine line = actuators[index];
    if (line == null) {
      process.command(index, value);
      return;
    }
    line.want(value);
    if (!line.deaf() && !line.moves()) {
      process.command(index, line.reached());
    }
  }

  @Override
  public Snapshot snapshot() {
    return new Saved(this);
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof Saved saved) || saved.sensors.length != sensors.length) {
      throw new IllegalArgumentException(
          "snapshot "
              + snapshot.getClass().getSimpleName()
              + ": expected one of this process with faults");
    }
    process.restore(saved.process);
    for (int i = 0; i < sensors.length; i++) {
      sensors[i] = copy(saved.sensors[i]);
      actuators[i] = copy(saved.actuators[i]);
      streams[i].restore(saved.streams[i]);
    }
    history.restore(saved.rows, saved.recorded);
    sampling.restore(saved.owedNanos);
  }

  @Override
  public void close() {
    process.close();
  }

  private static @Nullable SensorLine copy(@Nullable SensorLine line) {
    return line == null ? null : line.copy();
  }

  private static @Nullable ActuatorLine copy(@Nullable ActuatorLine line) {
    return line == null ? null : line.copy();
  }

  private static final class Saved implements Snapshot {
    private final Snapshot process;
    private final @Nullable SensorLine[] sensors;
    private final @Nullable ActuatorLine[] actuators;
    private final long[] streams;
    private final double[] rows;
    private final long recorded;
    private final long owedNanos;

    Saved(FaultyProcess of) {
      process = of.process.snapshot();
      sensors = new SensorLine[of.sensors.length];
      actuators = new ActuatorLine[of.actuators.length];
      streams = new long[of.streams.length];
      for (int i = 0; i < streams.length; i++) {
        sensors[i] = copy(of.sensors[i]);
        actuators[i] = copy(of.actuators[i]);
        streams[i] = of.streams[i].state();
      }
      rows = of.history.save();
      recorded = of.history.recorded();
      owedNanos = of.sampling.owedNanos();
    }
  }
}
