package org.bumpless.plc.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.bumpless.plant.model.Asset;

/**
 * A program in its controller: started, and wired to the field. What is forced does not follow its
 * wire or its program (IEC 61131-2 knows it as forcing). Used by the scan thread only.
 */
final class LoadedProgram implements ProgramImage {
  private final Asset.Controller controller;
  private final ControllerProgram source;
  private final FieldSignals field;
  private final ProcessImage tags;
  private final int[] inputWires;
  private final int[] outputWires;
  private final double[] inputs;
  private final double[] outputs;
  private final double[] forcedInputs;
  private final double[] forcedOutputs;
  private ControlProgram started;

  /**
   * Wires a program and starts it.
   *
   * @throws IllegalArgumentException if it needs a wire or a tag that the controller does not have
   */
  LoadedProgram(
      Asset.Controller controller,
      ControllerProgram source,
      FieldSignals field,
      ProcessImage tags) {
    this.controller = controller;
    this.source = source;
    this.field = field;
    this.tags = tags;
    this.inputWires = wires(source.inputs());
    this.outputWires = wires(source.outputs());
    this.inputs = new double[inputWires.length];
    this.outputs = new double[outputWires.length];
    this.forcedInputs = none(inputs.length);
    this.forcedOutputs = none(outputs.length);
    this.started = source.create(controller.tags());
  }

  private int[] wires(List<String> names) {
    return names.stream().mapToInt(this::wire).toArray();
  }

  private int wire(String name) {
    String signal = controller.program().io().get(name);
    if (signal == null) {
      throw new IllegalArgumentException(
          "%s: program %s needs a signal for %s; its io has %s"
              .formatted(
                  controller.id(), source.text().name(), name, controller.program().io().keySet()));
    }
    return field.index(signal);
  }

  private static double[] none(int size) {
    double[] forced = new double[size];
    Arrays.fill(forced, Double.NaN);
    return forced;
  }

  ControllerProgram source() {
    return source;
  }

  /** One scan: inputs latched, program run, outputs written. */
  void scan(double seconds) {
    latch();
    started.scan(this, seconds);
    drive();
  }

  /** The program stands still: its outputs are zero, but for those that are forced. */
  void rest() {
    Arrays.fill(outputs, 0);
    drive();
  }

  private void latch() {
    for (int i = 0; i < inputs.length; i++) {
      double measured = field.read(inputWires[i]);
      inputs[i] = Double.isNaN(forcedInputs[i]) ? measured : forcedInputs[i];
    }
  }

  private void drive() {
    for (int i = 0; i < outputs.length; i++) {
      field.write(outputWires[i], Double.isNaN(forcedOutputs[i]) ? outputs[i] : forcedOutputs[i]);
    }
  }

  /** Begins anew; what is RETAIN stays. */
  void restart() {
    Map<String, Object> kept = started.values(false);
    started = source.create(controller.tags());
    started.takeOver(kept);
  }

  /** As at the start of the run: nothing forced, nothing kept. */
  void reset() {
    Arrays.fill(forcedInputs, Double.NaN);
    Arrays.fill(forcedOutputs, Double.NaN);
    started = source.create(controller.tags());
  }

  /** Takes over from another program, by the names of what both have. */
  void follow(LoadedProgram before, boolean allValues) {
    started.takeOver(before.started.values(allValues));
    copy(before.source.inputs(), before.forcedInputs, source.inputs(), forcedInputs);
    copy(before.source.outputs(), before.forcedOutputs, source.outputs(), forcedOutputs);
  }

  private static void copy(List<String> from, double[] old, List<String> to, double[] forced) {
    for (int i = 0; i < forced.length; i++) {
      int at = from.indexOf(to.get(i));
      forced[i] = at < 0 ? Double.NaN : old[at];
    }
  }

  /** Forces an input or output or lets it go; tells whether there is one of that name. */
  boolean force(String name, OptionalDouble value) {
    int input = source.inputs().indexOf(name);
    int output = source.outputs().indexOf(name);
    if (input >= 0) {
      forcedInputs[input] = value.orElse(Double.NaN);
    }
    if (output >= 0) {
      forcedOutputs[output] = value.orElse(Double.NaN);
    }
    return input >= 0 || output >= 0;
  }

  /** What is forced, in words. */
  String forced() {
    StringJoiner words = new StringJoiner(", ");
    list(source.inputs(), forcedInputs, words);
    list(source.outputs(), forcedOutputs, words);
    return words.toString();
  }

  private static void list(List<String> names, double[] forced, StringJoiner words) {
    for (int i = 0; i < forced.length; i++) {
      if (!Double.isNaN(forced[i])) {
        words.add(names.get(i) + " at " + forced[i]);
      }
    }
  }

  @Override
  public double get(int slot) {
    return tags.get(slot);
  }

  @Override
  public void set(int slot, double value) {
    tags.set(slot, value);
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
