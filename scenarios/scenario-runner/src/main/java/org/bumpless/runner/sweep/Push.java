package org.bumpless.runner.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.model.Asset;

/**
 * How a process is driven off: an actuator is held at one of its ends.
 *
 * @param signal the actuator, for example {@code T-101.valve}
 * @param value the end, in its unit
 * @param stuck whether it stays there whatever is done; otherwise the command was wrong, and
 *     whoever acts takes it away
 */
record Push(String signal, double value, boolean stuck) {
  /** Beyond the range of every actuator, which limits it itself. */
  private static final double FAR = 1e6;

  /** All that the outputs of some controllers can do. */
  static List<Push> all(Neighbourhood near, List<Asset.Controller> controllers, boolean onlyStuck) {
    List<Push> pushes = new ArrayList<>();
    try (ProcessModel model = ProcessModels.installed().create(near.process(), 1)) {
      for (Asset.Controller controller : controllers) {
        controller.program().io().values().stream()
            .sorted()
            .map(name -> model.signals().get(model.index(name)))
            .filter(signal -> signal.direction() == Signal.Direction.COMMAND)
            .forEach(signal -> ends(signal, onlyStuck, pushes));
      }
    }
    return List.copyOf(pushes);
  }

  private static void ends(Signal signal, boolean onlyStuck, List<Push> to) {
    double high =
        switch (signal.unit()) {
          case "%" -> 100;
          case "" -> 1;
          default -> FAR;
        };
    for (double end : List.of(high == FAR ? -FAR : 0, high)) {
      to.add(new Push(signal.name(), end, true));
      if (!onlyStuck) {
        to.add(new Push(signal.name(), end, false));
      }
    }
  }

  String words() {
    String end =
        Math.abs(value) == FAR
            ? (value > 0 ? "its upper end" : "its lower end")
            : "%.0f".formatted(value);
    return stuck ? signal + " stuck at " + end : signal + " commanded to " + end;
  }
}
