package org.bumpless.plant.engine.reactor;

import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.engine.unit.EquipmentProcess;
import org.bumpless.plant.model.ProcessSpec;

/** Makes two-phase reactors. */
public final class TwoPhaseReactorProvider implements ProcessModelProvider {
  @Override
  public String id() {
    return "two-phase-reactor";
  }

  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    return new EquipmentProcess<>(
        spec,
        Reactor.STEP_NANOS,
        TwoPhaseReactor.Saved.class,
        unit -> new TwoPhaseReactor(unit, seed));
  }
}
