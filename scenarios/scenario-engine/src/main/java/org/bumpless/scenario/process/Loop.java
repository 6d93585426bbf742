package org.bumpless.scenario.process;

import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.LoopSpec;

/**
 * A control loop of the plant.
 *
 * @param controller that closes it
 * @param signal that is controlled, for example {@code T-101.level}
 * @param unit of signal and set-point
 * @param setPoint name of the controller's tag that the signal is to follow
 * @param low below this the process is harmed
 * @param high above this the process is harmed
 * @param alarms names of the controller's tags that are true while the operator is alarmed
 */
public record Loop(
    AssetId controller,
    String signal,
    String unit,
    String setPoint,
    double low,
    double high,
    List<String> alarms) {
  public Loop {
    alarms = List.copyOf(alarms);
  }

  /** The loop that a controller closes; empty if its plant file declares none. */
  public static Optional<Loop> of(Asset.Controller controller) {
    return controller.program().loop().map(loop -> of(controller, loop));
  }

  private static Loop of(Asset.Controller controller, LoopSpec loop) {
    return new Loop(
        controller.id(),
        controller.program().io().getOrDefault(loop.value(), loop.value()),
        controller.tags().stream()
            .filter(tag -> tag.id().name().equals(loop.setPoint()))
            .map(tag -> tag.unit())
            .findFirst()
            .orElse(""),
        loop.setPoint(),
        loop.low(),
        loop.high(),
        loop.alarms());
  }
}
