package org.bumpless.plant.engine.unit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;

/** Processes for tests, and the first of their units by the short names of its signals. */
public final class FirstUnit {
  private FirstUnit() {}

  /** A process of like units. */
  public static ProcessModel of(
      String kind, long seed, Map<String, Double> parameters, String... devices) {
    List<ProcessSpec.Unit> units =
        Stream.of(devices).map(d -> new ProcessSpec.Unit(new AssetId(d), parameters)).toList();
    return ProcessModels.installed().create(new ProcessSpec(kind, units), seed);
  }

  public static double truth(ProcessModel model, String signal) {
    return model.truth(index(model, signal));
  }

  public static double measured(ProcessModel model, String signal) {
    return model.measured(index(model, signal));
  }

  public static void command(ProcessModel model, String signal, double value) {
    model.command(index(model, signal), value);
  }

  private static int index(ProcessModel model, String signal) {
    String first = model.signals().getFirst().name();
    return model.index(first.substring(0, first.indexOf('.') + 1) + signal);
  }

  /** All that a process shows and truly is. */
  public static double[] everything(ProcessModel model) {
    double[] all = new double[2 * model.signals().size()];
    for (int i = 0; i < model.signals().size(); i++) {
      all[2 * i] = model.measured(i);
      all[2 * i + 1] = model.truth(i);
    }
    return all;
  }
}
