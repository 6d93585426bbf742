package org.bumpless.plant.engine.reactor;

import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.unit.Commands;
import org.bumpless.plant.engine.unit.Equipment;
import org.bumpless.plant.model.ProcessSpec;

/** A reactor with its instruments and valves. */
final class TwoPhaseReactor implements Equipment<TwoPhaseReactor.Saved> {
  private static final ReactorSignal[] KINDS = ReactorSignal.values();

  /** A transmitter's fault at most, in kPa: its whole span. */
  private static final double OFFSET_MAX_KPA = 3_500;

  private final String device;
  private final Reactor reactor;
  private final ReactorInstruments instruments;

  /** All that changes in a reactor. */
  record Saved(ReactorState reactor, ReactorInstruments.Readings readings) {}

  TwoPhaseReactor(ProcessSpec.Unit unit, long seed) {
    ReactorParameters built = ReactorParameters.of(unit);
    device = unit.device().value();
    reactor = new Reactor(built);
    instruments = new ReactorInstruments(KINDS, built, reactor, seed, device);
  }

  @Override
  public List<Signal> signals() {
    return Stream.of(KINDS).map(kind -> kind.of(device)).toList();
  }

  /**
   * Pressure at which the paper's override of the production rate begins, 2900 kPa, and at which
   * the unit shuts down, 3000 kPa; the liquid between gas that breaks through and gas lines that
   * fill up.
   */
  @Override
  public List<Limit> limits() {
    double none = Double.NEGATIVE_INFINITY;
    return List.of(
        new Limit(device + ".pressure", 2_400, 2_900, Limit.Kind.NORMAL),
        new Limit(device + ".pressure", none, 3_000, Limit.Kind.TRIP),
        new Limit(device + ".level", 20, 80, Limit.Kind.NORMAL),
        new Limit(device + ".level", 2, 98, Limit.Kind.TRIP),
        new Limit(device + ".ruptured", none, 0.5, Limit.Kind.TRIP));
  }

  @Override
  public List<String> losses() {
    return List.of(device + ".productLost");
  }

  @Override
  public void step() {
    reactor.step();
    instruments.step();
  }

  @Override
  public double measured(int signal) {
    return instruments.measured(signal);
  }

  @Override
  public double truth(int signal) {
    return KINDS[signal].truth(reactor);
  }

  @Override
  public boolean command(int signal, double value) {
    ReactorState now = reactor.now();
    switch (KINDS[signal]) {
      case FEED1_VALVE -> now.feed1Command = Commands.percent(value);
      case FEED2_VALVE -> now.feed2Command = Commands.percent(value);
      case PURGE_VALVE -> now.purgeCommand = Commands.percent(value);
      case PRODUCT_VALVE -> now.productCommand = Commands.percent(value);
      case SHUTDOWN_VALVE -> now.shutdownCommand = open(value);
      case RELIEF_VALVE -> now.reliefCommand = open(value);
      default -> {
        return disturb(now, KINDS[signal], value);
      }
    }
    return true;
  }

  private static boolean disturb(ReactorState now, ReactorSignal kind, double value) {
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
      default -> {
        return false;
      }
    }
    return true;
  }

  private static double open(double value) {
    return Commands.on(value) ? 1 : 0;
  }

  private static double offset(double kpa) {
    return Math.clamp(kpa, -OFFSET_MAX_KPA, OFFSET_MAX_KPA);
  }

  @Override
  public Saved save() {
    return new Saved(reactor.now().copy(), instruments.save());
  }

  @Override
  public void restore(Saved saved) {
    reactor.restore(saved.reactor());
    instruments.restore(saved.readings());
  }
}
