package org.bumpless.plant.engine.servo;

import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.engine.unit.EquipmentProcess;
import org.bumpless.plant.model.ProcessSpec;

/** Makes servo axes. */
public final class ServoAxisProvider implements ProcessModelProvider {
  @Override
  public String id() {
    return "servo-axis";
  }

  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    return new EquipmentProcess<>(
        spec, Axis.STEP_NANOS, Axis.Saved.class, unit -> new ServoAxis(unit, seed));
  }
}
