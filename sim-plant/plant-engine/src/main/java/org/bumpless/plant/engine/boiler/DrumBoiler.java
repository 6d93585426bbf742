package org.bumpless.plant.engine.boiler;

import java.util.List;
import java.util.stream.Stream;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.unit.Commands;
import org.bumpless.plant.engine.unit.Equipment;
import org.bumpless.plant.model.ProcessSpec;

/** A boiler with its instruments, valves and burner. */
final class DrumBoiler implements Equipment<DrumBoiler.Saved> {
  private static final BoilerSignal[] KINDS = BoilerSignal.values();

  /** Ranges of disturbances. */
  private static final double FEEDWATER_MIN_CELSIUS = 20;

  private static final double FEEDWATER_MAX_CELSIUS = 300;
  private static final double LEAK_MAX_KG_PER_S = 1;
  private static final double OFFSET_MAX_MM = 1_000;
  private static final double OFFSET_MAX_KPA = 16_000;

  private final String device;
  private final Boiler boiler;
  private final BoilerInstruments instruments;

  /** All that changes in a boiler. */
  record Saved(BoilerState boiler, BoilerInstruments.Readings readings) {}

  /**
   * @param steam may be shared with others
   */
  DrumBoiler(ProcessSpec.Unit unit, SteamTable steam, long seed) {
    BoilerParameters built = BoilerParameters.of(unit);
    device = unit.device().value();
    boiler = new Boiler(built, steam);
    instruments = new BoilerInstruments(KINDS, built, boiler, seed, device);
  }

  @Override
  public List<Signal> signals() {
    return Stream.of(KINDS).map(kind -> kind.of(device)).toList();
  }

  /** Usual alarm and trip levels of a drum; a pressure short of the safety valve's. */
  @Override
  public List<Limit> limits() {
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
  public List<String> losses() {
    return List.of(device + ".carriedOver");
  }

  @Override
  public void step() {
    boiler.step();
    instruments.step();
  }

  @Override
  public double measured(int signal) {
    return instruments.measured(signal);
  }

  @Override
  public double truth(int signal) {
    return KINDS[signal].truth(boiler);
  }

  @Override
  public boolean command(int signal, double value) {
    BoilerState now = boiler.now();
    switch (KINDS[signal]) {
      case FEEDWATER_VALVE -> now.feedwaterCommand = opening(value);
      case STEAM_VALVE -> now.steamCommand = opening(value);
      case FUEL_VALVE -> now.fuelCommand = opening(value);
      case AIR_DAMPER -> now.damperCommand = opening(value);
      case FAN -> now.fanCommand = on(value);
      case IGNITER -> now.igniterCommand = on(value);
      case SHUTOFF_A -> now.shutoffACommand = on(value);
      case SHUTOFF_B -> now.shutoffBCommand = on(value);
      default -> {
        return disturb(KINDS[signal], value);
      }
    }
    return true;
  }

  private boolean disturb(BoilerSignal kind, double value) {
    BoilerState now = boiler.now();
    boolean given = Double.isFinite(value);
    double wanted = given ? value : 0;
    double kpa = Math.clamp(wanted, -OFFSET_MAX_KPA, OFFSET_MAX_KPA);
    double mm = Math.clamp(wanted, -OFFSET_MAX_MM, OFFSET_MAX_MM);
    switch (kind) {
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
      default -> {
        return false;
      }
    }
    return true;
  }

  private static double opening(double percent) {
    return Commands.percent(percent) / 100;
  }

  private static double on(double value) {
    return Commands.on(value) ? 1 : 0;
  }

  @Override
  public Saved save() {
    return new Saved(boiler.now().copy(), instruments.save());
  }

  @Override
  public void restore(Saved saved) {
    boiler.restore(saved.boiler());
    instruments.restore(saved.readings());
  }
}
