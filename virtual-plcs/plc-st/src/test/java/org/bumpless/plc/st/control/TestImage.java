package org.bumpless.plc.st.control;

import java.util.List;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.scan.ProgramImage;

/** The process image of a controller whose wires are in the test's hand. */
final class TestImage implements ProgramImage {
  final double[] inputs;
  final double[] outputs;
  private final double[] values;

  TestImage(List<Tag> tags, int inputs, int outputs) {
    this.values = tags.stream().mapToDouble(tag -> tag.initial().number()).toArray();
    this.inputs = new double[inputs];
    this.outputs = new double[outputs];
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
