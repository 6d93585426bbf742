package org.bumpless.runner.sweep;

import java.time.Duration;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.LoopSpec;

/**
 * A loop with a set-point step there and back, its wires late. Limits: the loop's own, those at
 * which the process trips, no trip of a safety function, and an integral of the error (IAE) of at
 * most 1.5 times that without delay; an error below a thousandth of the loop's band counts for
 * none.
 */
final class WiresTrial {
  private static final double STEP_SHARE = 0.1;
  private static final double IAE_MOST = 1.5;
  private static final double OF_NO_ACCOUNT = 0.001;

  private final Asset.Controller controller;
  private final LoopSpec loop;
  private final Duration length;

  WiresTrial(Asset.Controller controller, LoopSpec loop, Duration length) {
    this.controller = controller;
    this.loop = loop;
    this.length = length;
  }

  /**
   * What came of it.
   *
   * @param iae integral of the absolute error, in the loop's unit times s
   */
  record Ran(Outcome outcome, double iae) {}

  /**
   * Runs until the end, or until a limit is left.
   *
   * @param reference IAE without delay; infinite if there is nothing to compare with
   */
  Ran run(Rig rig, double reference) {
    AssetId id = controller.id();
    int signal = rig.model().index(signal());
    double seconds = length.toNanos() / 1e9;
    double iaeMost =
        Math.max(IAE_MOST * reference, OF_NO_ACCOUNT * (loop.high() - loop.low()) * seconds);
    Watch watch = new Watch(rig.model());
    Outcome outcome = Outcome.WELL;
    double iae = 0;
    double first = Double.NaN;
    int moves = 0;
    while (rig.nanos() < length.toNanos() && outcome.kept()) {
      rig.beat();
      double setPoint = rig.tag(id, loop.setPoint());
      double value = rig.model().truth(signal);
      if (Double.isNaN(first)) {
        first = setPoint;
      }
      double part = rig.nanos() / (double) length.toNanos();
      if (moves < 2 && part >= (moves == 0 ? 0.1 : 0.55)) {
        move(rig, moves == 0 ? stepped(first) : first);
        moves++;
      }
      iae += Math.abs(setPoint - value) * rig.beatNanos() / 1e9;
      outcome =
          watch
              .see(outcome)
              .and(share(first, value), loop.value() + " leaves its band")
              .and(iae / iaeMost, "error grows (IAE)")
              .and(rig.firstOut().isEmpty() ? 0 : 2, "a safety function trips");
    }
    return new Ran(outcome, iae);
  }

  private String signal() {
    String name = controller.program().io().get(loop.value());
    if (name == null) {
      throw new IllegalArgumentException(controller.id() + " has no wire for " + loop.value());
    }
    return name;
  }

  /** Towards the middle of the band. */
  private double stepped(double setPoint) {
    double step = STEP_SHARE * (loop.high() - loop.low());
    return setPoint + (setPoint > (loop.low() + loop.high()) / 2 ? -step : step);
  }

  private void move(Rig rig, double setPoint) {
    if (Rig.writable(controller, loop.setPoint())) {
      rig.write(controller.id(), loop.setPoint(), setPoint);
    }
  }

  /** How much of the way from the set-point to the nearer end is used. */
  private double share(double setPoint, double value) {
    return Math.max(
        (value - setPoint) / (loop.high() - setPoint),
        (setPoint - value) / (setPoint - loop.low()));
  }
}
