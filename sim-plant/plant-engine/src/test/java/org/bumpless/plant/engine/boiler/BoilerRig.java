package org.bumpless.plant.engine.boiler;

import java.util.Map;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.unit.FirstUnit;

/** A boiler with a name to each wire, for tests. */
record BoilerRig(ProcessModel model) {
  static BoilerRig of(long seed, Map<String, Double> parameters, String... names) {
    return new BoilerRig(
        FirstUnit.of(
            "boiler-drum", seed, parameters, names.length == 0 ? new String[] {"B-1"} : names));
  }

  double truth(String signal) {
    return FirstUnit.truth(model, signal);
  }

  double measured(String signal) {
    return FirstUnit.measured(model, signal);
  }

  BoilerRig command(String signal, double value) {
    FirstUnit.command(model, signal, value);
    return this;
  }

  BoilerRig run(double seconds) {
    model.step(seconds);
    return this;
  }

  double[] everything() {
    return FirstUnit.everything(model);
  }
}
