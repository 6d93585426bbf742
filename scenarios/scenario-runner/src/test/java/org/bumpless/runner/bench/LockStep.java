package org.bumpless.runner.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramImage;
import org.bumpless.plc.st.control.StructuredText;

/**
 * A plant file's process and the programs of its controllers in turns, without threads, clocks and
 * networks: the process takes a step, then each controller scans. All controllers have one scan
 * length.
 */
final class LockStep {
  private static final double NANOS = 1e9;

  private final ProcessModel process;
  private final List<Station> stations;
  private final double seconds;

  /**
   * @param programs those of the plant file, by their names
   */
  LockStep(Plant plant, Map<String, ControllerProgram> programs, ProcessModel process) {
    this.process = process;
    List<Asset.Controller> controllers = plant.assets(Asset.Controller.class);
    seconds = controllers.getFirst().program().scan().toNanos() / NANOS;
    stations =
        controllers.stream()
            .map(
                c ->
                    new Station(
                        process, c, Objects.requireNonNull(programs.get(c.program().program()))))
            .toList();
  }

  /** Compiles all programs that a plant file names. */
  static Map<String, ControllerProgram> compiled(Plant plant) {
    StructuredText language = new StructuredText();
    Map<String, ControllerProgram> all = new HashMap<>();
    for (ProgramText text : plant.programs()) {
      try {
        all.put(text.name(), language.compile(text));
      } catch (BadProgramException e) {
        throw new AssertionError(e);
      }
    }
    return Map.copyOf(all);
  }

  double scanSeconds() {
    return seconds;
  }

  void scan() {
    process.step(seconds);
    for (Station station : stations) {
      station.scan(seconds);
    }
  }

  double tag(String controller, String name) {
    Station station = of(controller);
    return station.values[station.slot(name)];
  }

  void write(String controller, String name, double value) {
    Station station = of(controller);
    station.values[station.slot(name)] = value;
  }

  private Station of(String controller) {
    return stations.stream()
        .filter(s -> s.controller.id().value().equals(controller))
        .findFirst()
        .orElseThrow();
  }

  private static final class Station implements ProgramImage {
    private final ProcessModel process;
    private final Asset.Controller controller;
    private final double[] values;
    private final int[] inputWires;
    private final int[] outputWires;
    private final double[] inputs;
    private final double[] outputs;
    private final ControlProgram program;

    Station(ProcessModel process, Asset.Controller controller, ControllerProgram source) {
      this.process = process;
      this.controller = controller;
      values = controller.tags().stream().mapToDouble(t -> t.initial().number()).toArray();
      inputWires = wires(source.inputs());
      outputWires = wires(source.outputs());
      inputs = new double[inputWires.length];
      outputs = new double[outputWires.length];
      program = source.create(controller.tags());
    }

    private int[] wires(List<String> names) {
      return names.stream()
          .map(name -> controller.program().io().getOrDefault(name, "no wire for " + name))
          .mapToInt(process::index)
          .toArray();
    }

    int slot(String name) {
      List<String> names = controller.tags().stream().map(Tag::id).map(id -> id.name()).toList();
      int slot = names.indexOf(name);
      if (slot < 0) {
        throw new IllegalArgumentException(name + ": expected one of " + names);
      }
      return slot;
    }

    void scan(double seconds) {
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = process.measured(inputWires[i]);
      }
      program.scan(this, seconds);
      for (int i = 0; i < outputs.length; i++) {
        process.command(outputWires[i], outputs[i]);
      }
    }

    @Override
    public double get(int slot) {
      return values[slot];
    }

    @Override
    public void set(int slot, double value) {
      values[slot] = value;
    }

    @Override
    public double input(int index) {
      return inputs[index];
    }

    @Override
    public void output(int index, double value) {
      outputs[index] = value;
    }
  }
}
