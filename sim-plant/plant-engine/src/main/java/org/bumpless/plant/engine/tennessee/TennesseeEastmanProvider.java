package org.bumpless.plant.engine.tennessee;

import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.model.ProcessSpec;

/** Makes Tennessee Eastman plants. */
public final class TennesseeEastmanProvider implements ProcessModelProvider {
  @Override
  public String id() {
    return "tennessee-eastman";
  }

  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    return new TennesseeEastman(spec, seed);
  }
}
