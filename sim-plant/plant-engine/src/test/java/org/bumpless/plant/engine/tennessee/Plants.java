package org.bumpless.plant.engine.tennessee;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;

/** Plants for tests. */
final class Plants {
  static final Map<String, Double> QUIET = Map.of("noise", 0.0);

  private Plants() {}

  static ProcessModel model(long seed, Map<String, Double> parameters) {
    return ProcessModels.installed()
        .create(
            new ProcessSpec(
                "tennessee-eastman",
                List.of(new ProcessSpec.Unit(new AssetId("TE-1"), parameters))),
            seed);
  }

  static Plant inside(long seed) {
    return new Plant(new TennesseeParameters(1, 0, 22.949), seed, "TE-1");
  }

  static double truth(ProcessModel model, String name) {
    return model.truth(model.index("TE-1." + name));
  }

  static double measured(ProcessModel model, String name) {
    return model.measured(model.index("TE-1." + name));
  }

  static void command(ProcessModel model, String name, double value) {
    model.command(model.index("TE-1." + name), value);
  }

  /** Until a time has passed or the plant has stopped; tells how many seconds it ran. */
  static int runSeconds(ProcessModel model, int seconds) {
    int shutdown = model.index("TE-1.shutdown");
    for (int i = 0; i < seconds; i++) {
      if (model.truth(shutdown) == 1) {
        return i;
      }
      model.step(1);
    }
    return seconds;
  }

  /** All that a plant shows and truly is. */
  static double[] everything(ProcessModel model) {
    List<Signal> signals = model.signals();
    double[] all = new double[2 * signals.size()];
    for (int i = 0; i < signals.size(); i++) {
      all[2 * i] = model.measured(i);
      all[2 * i + 1] = model.truth(i);
    }
    return all;
  }
}
