package org.bumpless.plant.engine.tankfarm;

import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.model.ProcessSpec;

/** Makes tank farms. */
public final class TankFarmProvider implements ProcessModelProvider {
  @Override
  public String id() {
    return "tank-farm";
  }

  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    return new TankFarm(spec, seed);
  }
}
