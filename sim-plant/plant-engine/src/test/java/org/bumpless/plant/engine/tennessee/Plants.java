package org.bumpless.plant.engine.tennessee;

import java.util.Map;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.unit.FirstUnit;

/** Plants for tests. */
final class Plants {
  static final Map<String, Double> QUIET = Map.of("noise", 0.0);

  private Plants() {}

  static ProcessModel model(long seed, Map<String, Double> parameters) {
    return FirstUnit.of("tennessee-eastman", seed, parameters, "TE-1");
  }

  static Plant inside(long seed) {
    return new Plant(new TennesseeParameters(1, 0, 22.949), seed, "TE-1");
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
}
