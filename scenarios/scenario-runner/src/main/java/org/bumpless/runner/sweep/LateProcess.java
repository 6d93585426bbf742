package org.bumpless.runner.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plc.scan.FieldSignals;
import org.bumpless.plc.scan.PlantProcess;

/**
 * The process with a conduit in some of its wires, and with actuators that can be held. A step is
 * cut into eight, so that a delay counts also if it is shorter than a scan.
 */
final class LateProcess implements PlantProcess {
  private static final int CUTS = 8;

  private final ProcessModel model;
  private final long seed;
  private final List<Wire> inputs = new ArrayList<>();
  private final List<Wire> outputs = new ArrayList<>();
  private final Map<Integer, Double> held = new HashMap<>();
  private final Map<Integer, Double> wanted = new HashMap<>();
  private long now;

  private record Wire(int signal, DelayLine line) {}

  LateProcess(ProcessModel model, long seed) {
    this.model = model;
    this.seed = seed;
  }

  ProcessModel model() {
    return model;
  }

  /**
   * The wires of one controller; those of one direction share a telegram.
   *
   * @param crosses the signals by name that pass through the conduit
   * @param scanNanos how often it sends and is sent a telegram
   */
  FieldSignals wires(Passage passage, Predicate<String> crosses, long scanNanos, String name) {
    Map<Integer, DelayLine> late = new HashMap<>();
    return new FieldSignals() {
      @Override
      public int index(String signal) {
        int index = model.index(signal);
        if (crosses.test(signal) && !late.containsKey(index)) {
          SeededStream random = new SeededStream(seed, name + (measured(index) ? " in" : " out"));
          DelayLine line = new DelayLine(passage, scanNanos, random);
          late.put(index, line);
          if (measured(index)) {
            inputs.add(new Wire(index, line));
            line.send(now, model.measured(index));
          } else {
            outputs.add(new Wire(index, line));
          }
        }
        return index;
      }

      @Override
      public double read(int index) {
        DelayLine line = late.get(index);
        return line == null || !measured(index) ? model.measured(index) : line.read(now);
      }

      @Override
      public void write(int index, double value) {
        DelayLine line = late.get(index);
        if (line == null) {
          LateProcess.this.write(index, value);
        } else {
          line.send(now, value);
        }
      }
    };
  }

  private boolean measured(int index) {
    return switch (model.signals().get(index).direction()) {
      case MEASURED -> true;
      case COMMAND, DISTURBANCE -> false;
    };
  }

  /** Whatever anybody commands, the actuator gets this. */
  void hold(int index, double value) {
    held.put(index, value);
    model.command(index, value);
  }

  /** It gets what its controller wants again. */
  void release(int index) {
    held.remove(index);
    Double last = wanted.get(index);
    if (last != null) {
      model.command(index, last);
    }
  }

  @Override
  public void step(double seconds) {
    long nanos = Math.round(seconds * 1e9);
    long begin = now;
    for (int cut = 1; cut <= CUTS; cut++) {
      for (Wire wire : outputs) {
        wire.line().take(now).ifPresent(value -> write(wire.signal(), value));
      }
      long next = begin + nanos * cut / CUTS;
      model.step((next - now) / 1e9);
      now = next;
      for (Wire wire : inputs) {
        wire.line().send(now, model.measured(wire.signal()));
      }
    }
  }

  @Override
  public void restore() {
    throw new IllegalStateException("a trial is built anew");
  }

  @Override
  public int index(String name) {
    return model.index(name);
  }

  @Override
  public double read(int index) {
    return model.measured(index);
  }

  @Override
  public void write(int index, double value) {
    wanted.put(index, value);
    if (!held.containsKey(index)) {
      model.command(index, value);
    }
  }
}
