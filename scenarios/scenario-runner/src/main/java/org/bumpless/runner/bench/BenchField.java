package org.bumpless.runner.bench;

import org.bumpless.plant.engine.fault.ActuatorFault;
import org.bumpless.plant.engine.fault.SensorFault;
import org.bumpless.scenario.bench.Field;

/** The wires between the process and its controllers, which a scenario can break. */
public record BenchField(RecordedProcess process) implements Field {
  @Override
  public void fault(String signal, Fault fault) {
    process.fault(
        signal,
        switch (fault) {
          case Fault.SensorStuck() -> new SensorFault.Frozen();
          case Fault.SensorReplay(int seconds) -> new SensorFault.Replay(seconds);
          case Fault.ActuatorStuck() -> new ActuatorFault.Stuck();
        });
  }

  @Override
  public void repairAll() {
    process.repairAll();
  }
}
