package org.bumpless.plant.engine.boiler;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.engine.solver.StepDebt;
import org.bumpless.plant.model.ProcessSpec;

/** The boilers of a plant; they share nothing but the steam table. */
final class DrumBoiler implements ProcessModel {
  private static final BoilerSignal[] KINDS = BoilerSignal.values();

  /** Ranges of disturbances. */
  private static final double FEEDWATER_MIN_CELSIUS = 20;

  private static final double FEEDWATER_MAX_CELSIUS = 300;
  private static final double LEAK_MAX_KG_PER_S = 1;
  private static final double OFFSET_MAX_MM = 1_000;
  private static final double OFFSET_MAX_KPA = 16_000;

  private final StepDebt debt = new StepDebt(Boiler.STEP_NANOS);
  private final Boiler[] boilers;
  private final BoilerInstruments[] instruments;
  private final SignalTable table;
  private final List<Limit> limits;
  private final List<String> losses;

  DrumBoiler(ProcessSpec spec, long seed) {
    int count = spec.units().size();
    boilers = new Boiler[count];
    instruments = new BoilerInstruments[count];
    SteamTable steam = new SteamTable();
    List<Signal> signals = new ArrayList<>();
    List<Limit> bands = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ProcessSpec.Unit unit = spec.units().get(i);
      String device = unit.device().value();
      BoilerParameters built = BoilerParameters.of(unit);
      boilers[i] = new Boiler(built, steam);
      instruments[i] = new BoilerInstruments(KINDS, built, boilers[i], seed, device);
      for (BoilerSignal kind : KINDS) {
        signals.add(kind.of(device));
      }
      bands.addAll(bands(device));
      lost.add(device + ".carriedOver");
    }
    table = new SignalTable(signals);
    limits = List.copyOf(bands);
    losses = List.copyOf(lost);
  }

  /** Usual alarm and trip levels of a drum; a pressure short of the safety valve's. */
  private static List<Limit> bands(String device) {
    double none = Double.NEGATIVE_INFINITY;
    return List.of(
        new Limit(device + ".level", -100, 100, Limit.Kind.NORMAL),
        new Limit(device + ".level", -250, 250, Limit.Kind.TRIP),
        new Limit(device + ".pressure", 8_000, 9_000, Limit.Kind.NORMAL),
        new Limit(device + ".pressure", none, 10_000, Limit.Kind.TRIP),
        new Limit(device + ".carriedOver", none, 100, Limit.Kind.TRIP),
        new Limit(device + ".exploded", none, 0.5, Limit.Kind.TRIP),
        new Limit(device + ".tubesDamaged", none, 0.5, Limit.Kind.TRIP),
        new Limit(device + ".burst", none, 0.5, Limit.Kind.TRIP));
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
      for (int i = 0; i < boilers.length; i++) {
        boilers[i].step();
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
    return kind(index).truth(boilers[index / KINDS.length]);
  }

  @Override
  public void command(int index, double value) {
    BoilerState now = boilers[index / KINDS.length].now();
    switch (kind(index)) {
      case FEEDWATER_VALVE -> now.feedwaterCommand = opening(value);
      case STEAM_VALVE -> now.steamCommand = opening(value);
      case FUEL_VALVE -> now.fuelCommand = opening(value);
      case AIR_DAMPER -> now.damperCommand = opening(value);
      case FAN -> now.fanCommand = on(value);
      case IGNITER -> now.igniterCommand = on(value);
      case SHUTOFF_A -> now.shutoffACommand = on(value);
      case SHUTOFF_B -> now.shutoffBCommand = on(value);
      default -> disturb(boilers[index / KINDS.length], index, value);
    }
  }

  private void disturb(Boiler boiler, int index, double value) {
    BoilerState now = boiler.now();
    boolean given = Double.isFinite(value);
    double wanted = given ? value : 0;
    double kpa = Math.clamp(wanted, -OFFSET_MAX_KPA, OFFSET_MAX_KPA);
    double mm = Math.clamp(wanted, -OFFSET_MAX_MM, OFFSET_MAX_MM);
    switch (kind(index)) {
      case FEEDWATER_TEMPERATURE ->
          boiler.feedwater(
              given
                  ? Math.clamp(value, FEEDWATER_MIN_CELSIUS, FEEDWATER_MAX_CELSIUS)
                  : boiler.usualFeedwaterCelsius());
      case FEEDWATER_AVAILABLE ->
          now.feedwaterAvailable = given ? Math.clamp(value / 100, 0, 1) : 1;
      case HEATING_VALUE -> now.heatingValue = given ? Math.clamp(value / 100, 0, 2) : 1;
      case FUEL_LEAK -> now.leakKgPerS = Math.clamp(wanted, 0, LEAK_MAX_KG_PER_S);
      case FLAME_LOSS -> now.flameLoss = on(value);
      case DETECTOR_A_FAULT -> now.detectorAFault = Math.signum(wanted);
      case DETECTOR_B_FAULT -> now.detectorBFault = Math.signum(wanted);
      case SAFETY_STUCK -> now.safetyStuck = on(value);
      case LEVEL_A_OFFSET -> now.levelAOffsetMm = mm;
      case LEVEL_B_OFFSET -> now.levelBOffsetMm = mm;
      case LEVEL_C_OFFSET -> now.levelCOffsetMm = mm;
      case PRESSURE_A_OFFSET -> now.pressureAOffsetKpa = kpa;
      case PRESSURE_B_OFFSET -> now.pressureBOffsetKpa = kpa;
      case PRESSURE_C_OFFSET -> now.pressureCOffsetKpa = kpa;
      default -> throw table.measured(index);
    }
  }

  /** A valve's command, from 0 to 100 %; what is not a finite number closes it. */
  private static double opening(double percent) {
    return Double.isFinite(percent) ? Math.clamp(percent / 100, 0, 1) : 0;
  }

  /** On or open from 0.5; what is not a finite number is off or closed. */
  private static double on(double value) {
    return Double.isFinite(value) && value >= 0.5 ? 1 : 0;
  }

  private static BoilerSignal kind(int index) {
    return KINDS[index % KINDS.length];
  }

  private record Unit(BoilerState boiler, BoilerInstruments.Readings readings) {}

  private record States(List<Unit> units, long owedNanos) implements Snapshot {}

  @Override
  public Snapshot snapshot() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < boilers.length; i++) {
      units.add(new Unit(boilers[i].now().copy(), instruments[i].save()));
    }
    return new States(List.copyOf(units), debt.owedNanos());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof States(List<Unit> units, long owedNanos))
        || units.size() != boilers.length) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of this boiler");
    }
    debt.restore(owedNanos);
    for (int i = 0; i < boilers.length; i++) {
      boilers[i].restore(units.get(i).boiler());
      instruments[i].restore(units.get(i).readings());
    }
  }
}
