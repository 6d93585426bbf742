package org.bumpless.plant.engine.boiler;

import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.engine.unit.EquipmentProcess;
import org.bumpless.plant.model.ProcessSpec;

/** Makes drum boilers. */
public final class DrumBoilerProvider implements ProcessModelProvider {
  @Override
  public String id() {
    return "boiler-drum";
  }

  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    SteamTable steam = new SteamTable();
    return new EquipmentProcess<>(
        spec, Boiler.STEP_NANOS, DrumBoiler.Saved.class, unit -> new DrumBoiler(unit, steam, seed));
  }
}
