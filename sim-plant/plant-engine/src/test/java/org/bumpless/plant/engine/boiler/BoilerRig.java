package org.bumpless.plant.engine.boiler;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;

/** A boiler with a name to each wire, for tests. */
record BoilerRig(ProcessModel model) {
  static BoilerRig of(long seed, Map<String, Double> parameters, String... names) {
    String[] devices = names.length == 0 ? new String[] {"B-1"} : names;
    List<ProcessSpec.Unit> units =
        Arrays.stream(devices).map(d -> new ProcessSpec.Unit(new AssetId(d), parameters)).toList();
    return new BoilerRig(
        ProcessModels.installed().create(new ProcessSpec("boiler-drum", units), seed));
  }

  double truth(String signal) {
    return model.truth(model.index("B-1." + signal));
  }

  double measured(String signal) {
    return model.measured(model.index("B-1." + signal));
  }

  BoilerRig command(String signal, double value) {
    model.command(model.index("B-1." + signal), value);
    return this;
  }

  BoilerRig run(double seconds) {
    model.step(seconds);
    return this;
  }

  double[] everything() {
    double[] all = new double[model.signals().size() * 2];
    for (int i = 0; i < model.signals().size(); i++) {
      all[2 * i] = model.truth(i);
      all[2 * i + 1] = model.measured(i);
    }
    return all;
  }
}
