package org.bumpless.plant.engine.reactor;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.engine.solver.StepDebt;
import org.bumpless.plant.model.ProcessSpec;

/** The reactors of a plant; they share nothing. */
final class TwoPhaseReactor implements ProcessModel {
  private static final ReactorSignal[] KINDS = ReactorSignal.values();

  /** A transmitter's fault at most, in kPa: its whole span. */
  private static final double OFFSET_MAX_KPA = 3_500;

  private final StepDebt debt = new StepDebt(Reactor.STEP_NANOS);
  private final Reactor[] reactors;
  private final ReactorInstruments[] instruments;
  private final SignalTable table;
  private final List<Limit> limits;
  private final List<String> losses;

  TwoPhaseReactor(ProcessSpec spec, long seed) {
    int count = spec.units().size();
    reactors = new Reactor[count];
    instruments = new ReactorInstruments[count];
    List<Signal> signals = new ArrayList<>();
    List<Limit> bands = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ProcessSpec.Unit unit = spec.units().get(i);
      String device = unit.device().value();
      ReactorParameters built = ReactorParameters.of(unit);
      reactors[i] = new Reactor(built);
      instruments[i] = new ReactorInstruments(KINDS, built, reactors[i], seed, device);
      for (ReactorSignal kind : KINDS) {
        signals.add(kind.of(device));
      }
      bands.addAll(bands(device));
      lost.add(device + ".productLost");
    }
    table = new SignalTable(signals);
    limits = List.copyOf(bands);
    losses = List.copyOf(lost);
  }

  /**
   * Pressure at which the paper's override of the production rate begins, 2900 kPa, and at which
   * the unit shuts down, 3000 kPa; the liquid between gas that breaks through and gas lines that
   * fill up.
   */
  private static List<Limit> bands(String device) {
    double none = Double.NEGATIVE_INFINITY;
    return List.of(
        new Limit(device + ".pressure", 2_400, 2_900, Limit.Kind.NORMAL),
        new Limit(device + ".pressure", none, 3_000, Limit.Kind.TRIP),
        new Limit(device + ".level", 20, 80, Limit.Kind.NORMAL),
        new Limit(device + ".level", 2, 98, Limit.Kind.TRIP),
        new Limit(device + ".ruptured", none, 0.5, Limit.Kind.TRIP));
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
  public List<String> losses() {
    return losses;
  }

  @Override
  public void step(double seconds) {
    debt.add(seconds);
    while (debt.take()) {
      for (int i = 0; i < reactors.length; i++) {
        reactors[i].step();
        instruments[i].step();
      }
    }
  }

  @Override
  public double measured(int index) {
    return instruments[index / KINDS.length].measured(index % KINDS.length);
  }

  @Override
  public double truth(int index) {
    return kind(index).truth(reactors[index / KINDS.length]);
  }

  @Override
  public void command(int index, double value) {
    ReactorState now = reactors[index / KINDS.length].now();
    ReactorSignal kind = kind(index);
    switch (kind) {
      case FEED1_VALVE -> now.feed1Command = opening(value);
      case FEED2_VALVE -> now.feed2Command = opening(value);
      case PURGE_VALVE -> now.purgeCommand = opening(value);
      case PRODUCT_VALVE -> now.productCommand = opening(value);
      case SHUTDOWN_VALVE -> now.shutdownCommand = open(value);
      case RELIEF_VALVE -> now.reliefCommand = open(value);
      default -> disturb(now, index, value);
    }
  }

  private void disturb(ReactorState now, int index, double value) {
    ReactorSignal kind = kind(index);
    double wanted = Double.isFinite(value) ? value : Reactor.undisturbed(kind);
    double share = Math.clamp(wanted / 100, 0, 1);
    switch (kind) {
      case FEED1_FRACTION_A -> now.feed1A = Math.min(share, 1 - now.feed1B);
      case FEED1_FRACTION_B -> now.feed1B = Math.min(share, 1 - now.feed1A);
      case FEED2_AVAILABLE -> now.feed2Available = share;
      case PURGE_BLOCKED -> now.purgeBlocked = share;
      case REACTION_RATE -> now.reactionRate = Math.clamp(wanted / 100, 0, 2);
      case PRESSURE_A_OFFSET -> now.pressureAOffsetKpa = offset(wanted);
      case PRESSURE_B_OFFSET -> now.pressureBOffsetKpa = offset(wanted);
      case PRESSURE_C_OFFSET -> now.pressureCOffsetKpa = offset(wanted);
      default -> throw table.measured(index);
    }
  }

  /** A control valve's command, 0 to 100 %; what is not a finite number closes it. */
  private static double opening(double percent) {
    return Double.isFinite(percent) ? Math.clamp(percent, 0, 100) : 0;
  }

  /** Open from 0.5; what is not a finite number closes the valve. */
  private static double open(double value) {
    return Double.isFinite(value) && value >= 0.5 ? 1 : 0;
  }

  private static double offset(double kpa) {
    return Math.clamp(kpa, -OFFSET_MAX_KPA, OFFSET_MAX_KPA);
  }

  private static ReactorSignal kind(int index) {
    return KINDS[index % KINDS.length];
  }

  private record Unit(ReactorState reactor, ReactorInstruments.Readings readings) {}

  private record States(List<Unit> units, long owedNanos) implements Snapshot {}

  @Override
  public Snapshot snapshot() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < reactors.length; i++) {
      units.add(new Unit(reactors[i].now().copy(), instruments[i].save()));
    }
    return new States(List.copyOf(units), debt.owedNanos());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof States(List<Unit> units, long owedNanos))
        || units.size() != reactors.length) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of this reactor");
    }
    debt.restore(owedNanos);
    for (int i = 0; i < reactors.length; i++) {
      reactors[i].restore(units.get(i).reactor());
      instruments[i].restore(units.get(i).readings());
    }
  }
}
