package org.bumpless.plant.engine.boiler;

import org.bumpless.plant.engine.Signal;

/** The wires of one boiler, in the order in which they are numbered. */
enum BoilerSignal {
  LEVEL("level", "mm", Instrument.LEVEL, -500, 500),
  LEVEL_A("levelA", "mm", Instrument.LEVEL, -500, 500),
  LEVEL_B("levelB", "mm", Instrument.LEVEL, -500, 500),
  LEVEL_C("levelC", "mm", Instrument.LEVEL, -500, 500),
  PRESSURE("pressure", "kPa", Instrument.PRESSURE, 0, 16_000),
  PRESSURE_A("pressureA", "kPa", Instrument.PRESSURE, 0, 16_000),
  PRESSURE_B("pressureB", "kPa", Instrument.PRESSURE, 0, 16_000),
  PRESSURE_C("pressureC", "kPa", Instrument.PRESSURE, 0, 16_000),
  STEAM_FLOW("steamFlow", "kg/s", Instrument.FLOW, 0, 120),
  STEAM_POSITION("steamPosition", "%"),
  FEEDWATER_FLOW("feedwaterFlow", "kg/s", Instrument.FLOW, 0, 120),
  FEEDWATER_POSITION("feedwaterPosition", "%"),
  FUEL_FLOW("fuelFlow", "kg/s", Instrument.FLOW, 0, 5),
  FUEL_POSITION("fuelPosition", "%"),
  AIR_FLOW("airFlow", "kg/s", Instrument.FLOW, 0, 120),
  DAMPER_POSITION("damperPosition", "%"),
  FAN_SPEED("fanSpeed", "%"),
  IGNITER_PROVEN("igniterProven", ""),
  SHUTOFF_A_POSITION("shutoffAPosition", "%"),
  SHUTOFF_B_POSITION("shutoffBPosition", "%"),
  FLAME_A("flameA", "", Instrument.SCANNER, 0, 1),
  FLAME_B("flameB", "", Instrument.SCANNER, 0, 1),
  HEAT("heat", "MW"),
  CIRCULATION("circulation", "kg/s"),
  UNBURNT_FUEL("unburntFuel", "kg"),
  SAFETY_FLOW("safetyFlow", "kg/s"),
  CARRIED_OVER("carriedOver", "kg"),
  EXPLODED("exploded", ""),
  TUBES_DAMAGED("tubesDamaged", ""),
  BURST("burst", ""),
  FEEDWATER_VALVE("feedwaterValve", "%", Signal.Direction.COMMAND),
  STEAM_VALVE("steamValve", "%", Signal.Direction.COMMAND),
  FUEL_VALVE("fuelValve", "%", Signal.Direction.COMMAND),
  AIR_DAMPER("airDamper", "%", Signal.Direction.COMMAND),
  FAN("fan", "", Signal.Direction.COMMAND),
  IGNITER("igniter", "", Signal.Direction.COMMAND),
  SHUTOFF_A("shutoffA", "", Signal.Direction.COMMAND),
  SHUTOFF_B("shutoffB", "", Signal.Direction.COMMAND),
  FEEDWATER_TEMPERATURE("feedwaterTemperature", "degC", Signal.Direction.DISTURBANCE),
  FEEDWATER_AVAILABLE("feedwaterAvailable", "%", Signal.Direction.DISTURBANCE),
  HEATING_VALUE("heatingValue", "%", Signal.Direction.DISTURBANCE),
  FUEL_LEAK("fuelLeak", "kg/s", Signal.Direction.DISTURBANCE),
  FLAME_LOSS("flameLoss", "", Signal.Direction.DISTURBANCE),
  DETECTOR_A_FAULT("detectorAFault", "", Signal.Direction.DISTURBANCE),
  DETECTOR_B_FAULT("detectorBFault", "", Signal.Direction.DISTURBANCE),
  SAFETY_STUCK("safetyStuck", "", Signal.Direction.DISTURBANCE),
  LEVEL_A_OFFSET("levelAOffset", "mm", Signal.Direction.DISTURBANCE),
  LEVEL_B_OFFSET("levelBOffset", "mm", Signal.Direction.DISTURBANCE),
  LEVEL_C_OFFSET("levelCOffset", "mm", Signal.Direction.DISTURBANCE),
  PRESSURE_A_OFFSET("pressureAOffset", "kPa", Signal.Direction.DISTURBANCE),
  PRESSURE_B_OFFSET("pressureBOffset", "kPa", Signal.Direction.DISTURBANCE),
  PRESSURE_C_OFFSET("pressureCOffset", "kPa", Signal.Direction.DISTURBANCE);

  /** What a wire that the process drives is measured with. */
  enum Instrument {
    /** A feedback or a fact: shown as it is. */
    NONE,
    LEVEL,
    PRESSURE,
    FLOW,
    /** Looks for a flame. */
    SCANNER
  }

  private final String title;
  private final String unit;
  private final Signal.Direction direction;
  private final Instrument instrument;
  private final double low;
  private final double high;

  BoilerSignal(
      String title,
      String unit,
      Signal.Direction direction,
      Instrument instrument,
      double low,
      double high) {
    this.title = title;
    this.unit = unit;
    this.direction = direction;
    this.instrument = instrument;
    this.low = low;
    this.high = high;
  }

  BoilerSignal(String title, String unit) {
    this(title, unit, Signal.Direction.MEASURED);
  }

  BoilerSignal(String title, String unit, Instrument instrument, double low, double high) {
    this(title, unit, Signal.Direction.MEASURED, instrument, low, high);
  }

  BoilerSignal(String title, String unit, Signal.Direction direction) {
    this(title, unit, direction, Instrument.NONE, 0, 0);
  }

  Signal of(String device) {
    return new Signal(device + "." + title, unit, direction);
  }

  Instrument instrument() {
    return instrument;
  }

  /** Lower end of the instrument's span, in the signal's unit. */
  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double truth(Boiler boiler) {
    BoilerState now = boiler.now();
    return switch (this) {
      case LEVEL, LEVEL_A, LEVEL_B, LEVEL_C -> boiler.levelMm();
      case PRESSURE, PRESSURE_A, PRESSURE_B, PRESSURE_C -> boiler.pressureKpa();
      case STEAM_FLOW -> now.steamKgPerS;
      case FEEDWATER_FLOW -> now.feedKgPerS;
      case FUEL_FLOW -> now.fuelKgPerS;
      case AIR_FLOW -> now.airKgPerS;
      case IGNITER_PROVEN -> fact(Furnace.igniterBurns(now));
      case FLAME_A, FLAME_B -> fact(now.lit);
      case HEAT -> now.heatW / 1e6;
      case CIRCULATION -> boiler.circulationKgPerS();
      case UNBURNT_FUEL -> now.unburntKg;
      case SAFETY_FLOW -> now.safetyKgPerS;
      case CARRIED_OVER -> now.carriedOverKg;
      case EXPLODED -> fact(now.exploded);
      case TUBES_DAMAGED -> fact(now.tubesDamaged);
      case BURST -> fact(now.burst);
      default -> actuator(now);
    };
  }

  private double actuator(BoilerState now) {
    return switch (this) {
      case STEAM_POSITION -> now.steamOpen * 100;
      case FEEDWATER_POSITION -> now.feedwaterOpen * 100;
      case FUEL_POSITION -> now.fuelOpen * 100;
      case DAMPER_POSITION -> now.damperOpen * 100;
      case FAN_SPEED -> now.fanSpeed * 100;
      case SHUTOFF_A_POSITION -> now.shutoffAOpen * 100;
      case SHUTOFF_B_POSITION -> now.shutoffBOpen * 100;
      case FEEDWATER_VALVE -> now.feedwaterCommand * 100;
      case STEAM_VALVE -> now.steamCommand * 100;
      case FUEL_VALVE -> now.fuelCommand * 100;
      case AIR_DAMPER -> now.damperCommand * 100;
      case FAN -> now.fanCommand;
      case IGNITER -> now.igniterCommand;
      case SHUTOFF_A -> now.shutoffACommand;
      case SHUTOFF_B -> now.shutoffBCommand;
      default -> disturbance(now);
    };
  }

  private double disturbance(BoilerState now) {
    return switch (this) {
      case FEEDWATER_TEMPERATURE -> now.feedwaterCelsius;
      case FEEDWATER_AVAILABLE -> now.feedwaterAvailable * 100;
      case HEATING_VALUE -> now.heatingValue * 100;
      case FUEL_LEAK -> now.leakKgPerS;
      case FLAME_LOSS -> now.flameLoss;
      case DETECTOR_A_FAULT -> now.detectorAFault;
      case DETECTOR_B_FAULT -> now.detectorBFault;
      case SAFETY_STUCK -> now.safetyStuck;
      default -> offset(now);
    };
  }

  /** What a transmitter shows too much, or the disturbance that says so; 0 for all other wires. */
  double offset(BoilerState now) {
    return switch (this) {
      case LEVEL_A, LEVEL_A_OFFSET -> now.levelAOffsetMm;
      case LEVEL_B, LEVEL_B_OFFSET -> now.levelBOffsetMm;
      case LEVEL_C, LEVEL_C_OFFSET -> now.levelCOffsetMm;
      case PRESSURE_A, PRESSURE_A_OFFSET -> now.pressureAOffsetKpa;
      case PRESSURE_B, PRESSURE_B_OFFSET -> now.pressureBOffsetKpa;
      case PRESSURE_C, PRESSURE_C_OFFSET -> now.pressureCOffsetKpa;
      default -> 0;
    };
  }

  private static double fact(boolean so) {
    return so ? 1 : 0;
  }
}
