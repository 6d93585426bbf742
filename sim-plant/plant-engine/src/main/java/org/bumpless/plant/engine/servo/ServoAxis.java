package org.bumpless.plant.engine.servo;

import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.unit.Equipment;
import org.bumpless.plant.model.ProcessSpec;

/** An axis with its drive and encoder. */
final class ServoAxis implements Equipment<Axis.Saved> {
  private static final AxisSignal[] KINDS = AxisSignal.values();

  /** A hit that is harder bends something. */
  private static final double HARMLESS_IMPACT_MM_PER_S = 10;

  private final String device;
  private final Axis axis;

  ServoAxis(ProcessSpec.Unit unit, long seed) {
    device = unit.device().value();
    axis = new Axis(AxisParameters.of(unit), new SeededStream(seed, device));
  }

  @Override
  public List<Signal> signals() {
    return Stream.of(KINDS).map(kind -> kind.of(device)).toList();
  }

  @Override
  public List<Limit> limits() {
    double travelMm = axis.travelMm();
    double none = Double.NEGATIVE_INFINITY;
    return List.of(
        new Limit(device + ".position", -travelMm, travelMm, Limit.Kind.NORMAL),
        new Limit(device + ".driveFault", none, 0.5, Limit.Kind.TRIP),
        new Limit(device + ".impactSpeed", none, HARMLESS_IMPACT_MM_PER_S, Limit.Kind.TRIP));
  }

  @Override
  public List<String> losses() {
    return List.of();
  }

  @Override
  public void step() {
    axis.step();
  }

  @Override
  public double measured(int signal) {
    return switch (KINDS[signal]) {
      case POSITION -> axis.now().shownMm;
      case VELOCITY -> axis.now().shownMmPerS;
      default -> truth(signal);
    };
  }

  @Override
  public double truth(int signal) {
    return KINDS[signal].truth(axis);
  }

  @Override
  public boolean command(int signal, double value) {
    switch (KINDS[signal]) {
      case REFERENCE -> axis.commandReference(value);
      case TORQUE -> axis.commandTorque(value);
      case ENABLE -> axis.commandEnable(value);
      case LOAD_TORQUE -> axis.disturbLoad(value);
      case DRY_FRICTION -> axis.disturbFriction(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Axis.Saved save() {
    return axis.save();
  }

  @Override
  public void restore(Axis.Saved saved) {
    axis.restore(saved);
  }
}
