package org.bumpless.plc.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bumpless.plc.scan.PlantProcess;

/** A process whose signals are what the test says; it writes down what is done to it. */
public final class TestProcess implements PlantProcess {
  private final List<String> signals;
  private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
  private final double[] values;
  private volatile Runnable stepping = () -> {};

  public TestProcess(String... signals) {
    this.signals = List.of(signals);
    this.values = new double[signals.length];
  }

  public List<String> diary() {
    return List.copyOf(diary);
  }

  public double value(String signal) {
    return values[index(signal)];
  }

  /** What happens at each step, on the scan thread. */
  public void stepping(Runnable then) {
    stepping = then;
  }

  @Override
  public int index(String name) {
    int index = signals.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no signal " + name + "; known are " + signals);
    }
    return index;
  }

  @Override
  public double read(int index) {
    diary.add("read " + signals.get(index));
    return values[index];
  }

  @Override
  public void write(int index, double value) {
    diary.add("write " + signals.get(index) + " " + value);
    values[index] = value;
  }

  @Override
  public void step(double seconds) {
    diary.add("step " + seconds);
    stepping.run();
  }

  @Override
  public void restore() {
    diary.add("restore");
  }
}
