package org.bumpless.benchmarks;

import org.bumpless.plc.scan.PlantProcess;

/** The wires of a controller that lead nowhere. */
final class LooseWires implements PlantProcess {
  @Override
  public int index(String name) {
    return 0;
  }

  @Override
  public double read(int index) {
    return 50;
  }

  @Override
  public void write(int index, double value) {}

  @Override
  public void step(double seconds) {}

  @Override
  public void restore() {}
}
