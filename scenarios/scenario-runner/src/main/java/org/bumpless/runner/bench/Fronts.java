package org.bumpless.runner.bench;

import java.util.List;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.bench.Controllers;

/** The fronts of the controllers that run, with their keys and lamps. */
public record Fronts(List<VirtualController> controllers, List<LogicSolver> solvers)
    implements Controllers {

  @Override
  public void turn(AssetId controller, KeySwitch key) {
    if (turned(controller, key) instanceof Answer.Refused refused) {
      throw new IllegalStateException(controller + ": the key does nothing: " + refused.reason());
    }
  }

  private Answer turned(AssetId id, KeySwitch key) {
    for (LogicSolver solver : solvers) {
      if (solver.id().equals(id)) {
        return solver.turn(key);
      }
    }
    return of(id).turn(key);
  }

  @Override
  public String programChecksum(AssetId controller) {
    return of(controller).engineering().state().program().checksum();
  }

  @Override
  public OperatingMode mode(AssetId controller) {
    return of(controller).engineering().state().mode();
  }

  private VirtualController of(AssetId id) {
    return controllers.stream()
        .filter(its -> its.asset().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the plant has no controller " + id));
  }
}
