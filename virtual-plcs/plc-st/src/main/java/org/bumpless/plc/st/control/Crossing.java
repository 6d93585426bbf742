package org.bumpless.plc.st.control;

import java.util.List;
import org.bumpless.plc.st.run.Bridge;
import org.bumpless.plc.st.run.Cell;

/** The variables of one start that a controller needs, as two rows of numbers. */
final class Crossing {
  private final Bridge[] bridges;
  private final Place[] loaded;
  private final Place[] stored;

  /**
   * A variable that lies in the controller's memory, and has no bridge.
   *
   * @param at position of its number
   */
  record Place(int at, Cell.InMemory cell) {}

  Crossing(List<Bridge> bridges, List<Place> loaded, List<Place> stored) {
    this.bridges = bridges.toArray(Bridge[]::new);
    this.loaded = loaded.toArray(Place[]::new);
    this.stored = stored.toArray(Place[]::new);
  }

  /** Gives the variables their numbers; of two for the same variable, the later one counts. */
  void load(double[] numbers) {
    for (Bridge bridge : bridges) {
      bridge.load(numbers);
    }
    for (Place place : loaded) {
      place.cell().set(numbers[place.at()]);
    }
  }

  /** Reads the variables into numbers. */
  void store(double[] numbers) {
    for (Bridge bridge : bridges) {
      bridge.store(numbers);
    }
    for (Place place : stored) {
      numbers[place.at()] = place.cell().get();
    }
  }
}
