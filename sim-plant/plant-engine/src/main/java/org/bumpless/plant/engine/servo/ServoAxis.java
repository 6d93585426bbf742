package org.bumpless.plant.engine.servo;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.solver.StepDebt;
import org.bumpless.plant.model.ProcessSpec;

/** The axes of a machine; they share nothing. */
final class ServoAxis implements ProcessModel {
  private static final AxisSignal[] KINDS = AxisSignal.values();

  /** A hit that is harder bends something. */
  private static final double HARMLESS_IMPACT_MM_PER_S = 10;

  private final StepDebt debt = new StepDebt(Axis.STEP_NANOS);
  private final Axis[] axes;
  private final SignalTable table;
  private final List<Limit> limits;

  ServoAxis(ProcessSpec spec, long seed) {
    axes = new Axis[spec.units().size()];
    List<Signal> signals = new ArrayList<>();
    List<Limit> bands = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      ProcessSpec.Unit unit = spec.units().get(i);
      String device = unit.device().value();
      axes[i] = new Axis(AxisParameters.of(unit), new SeededStream(seed, device));
      for (AxisSignal kind : KINDS) {
        signals.add(kind.of(device));
      }
      bands.addAll(bands(device, axes[i].travelMm()));
    }
    table = new SignalTable(signals);
    limits = List.copyOf(bands);
  }

  private static List<Limit> bands(String device, double travelMm) {
    double none = Double.NEGATIVE_INFINITY;
    return List.of(
        new Limit(device + ".position", -travelMm, travelMm, Limit.Kind.NORMAL),
        new Limit(device + ".driveFault", none, 0.5, Limit.Kind.TRIP),
        new Limit(device + ".impactSpeed", none, HARMLESS_IMPACT_MM_PER_S, Limit.Kind.TRIP));
  }

  @Override
  public List<Signal> signals() {
    return table.signals();
  }

  @Override
  public int index(String name) {
    return table.index(name);
  }

  @Override
  public List<Limit> limits() {
    return limits;
  }

  @Override
  public void step(double seconds) {
    debt.add(seconds);
    while (debt.take()) {
      for (Axis axis : axes) {
        axis.step();
      }
    }
  }

  @Override
  public double measured(int index) {
    return switch (kind(index)) {
      case POSITION -> axis(index).now().shownMm;
      case VELOCITY -> axis(index).now().shownMmPerS;
      default -> truth(index);
    };
  }

  @Override
  public double truth(int index) {
    return kind(index).truth(axis(index));
  }

  @Override
  public void command(int index, double value) {
    Axis axis = axis(index);
    switch (kind(index)) {
      case REFERENCE -> axis.commandReference(value);
      case TORQUE -> axis.commandTorque(value);
      case ENABLE -> axis.commandEnable(value);
      case LOAD_TORQUE -> axis.disturbLoad(value);
      case DRY_FRICTION -> axis.disturbFriction(value);
      default -> throw table.measured(index);
    }
  }

  private Axis axis(int index) {
    return axes[index / KINDS.length];
  }

  private static AxisSignal kind(int index) {
    return KINDS[index % KINDS.length];
  }

  private record States(List<Axis.Saved> axes, long owedNanos) implements Snapshot {}

  @Override
  public Snapshot snapshot() {
    List<Axis.Saved> saved = new ArrayList<>();
    for (Axis axis : axes) {
      saved.add(axis.save());
    }
    return new States(List.copyOf(saved), debt.owedNanos());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof States(List<Axis.Saved> saved, long owedNanos))
        || saved.size() != axes.length) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of these axes");
    }
    debt.restore(owedNanos);
    for (int i = 0; i < axes.length; i++) {
      axes[i].restore(saved.get(i));
    }
  }
}
