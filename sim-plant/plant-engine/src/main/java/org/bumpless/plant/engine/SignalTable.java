package org.bumpless.plant.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signals of a process by number and by name; what every model needs to answer for its own. */
public final class SignalTable {
  private final List<Signal> signals;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * Numbers signals from 0.
   *
   * @throws IllegalArgumentException if two have the same name, as they do when a plant file names
   *     a device twice
   */
  public SignalTable(List<Signal> signals) {
    this.signals = List.copyOf(signals);
    for (int i = 0; i < this.signals.size(); i++) {
      String name = this.signals.get(i).name();
      if (indices.putIfAbsent(name, i) != null) {
        throw new IllegalArgumentException(
            "process signal " + name + " is there twice: expected each device once");
      }
    }
  }

  public List<Signal> signals() {
    return signals;
  }

  /**
   * The number of a signal.
   *
   * @throws IllegalArgumentException if there is no such signal, with the names of those that there
   *     are
   */
  public int index(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "process signal \""
              + name
              + "\": expected one of "
              + signals.stream().map(Signal::name).toList());
    }
    return index;
  }

  /** What a model answers to a command for a signal that nobody but the process sets. */
  public IllegalArgumentException measured(int index) {
    return new IllegalArgumentException(
        "process signal "
            + signals.get(index).name()
            + " is measured: expected one of "
            + signals.stream()
                .filter(signal -> signal.direction() != Signal.Direction.MEASURED)
                .map(Signal::name)
                .toList());
  }
}
