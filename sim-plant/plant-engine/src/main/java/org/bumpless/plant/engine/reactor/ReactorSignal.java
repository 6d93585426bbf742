package org.bumpless.plant.engine.reactor;

import org.bumpless.plant.engine.Signal;

/** The wires of one reactor, in the order in which they are numbered. */
enum ReactorSignal {
  FEED1_FLOW("feed1Flow", "kmol/h", Instrument.FLOW, 350),
  FEED1_POSITION("feed1Position", "%"),
  FEED2_FLOW("feed2Flow", "kmol/h", Instrument.FLOW, 25),
  FEED2_POSITION("feed2Position", "%"),
  PURGE_FLOW("purgeFlow", "kmol/h", Instrument.FLOW, 25),
  PURGE_POSITION("purgePosition", "%"),
  PRODUCT_FLOW("productFlow", "kmol/h", Instrument.FLOW, 250),
  PRODUCT_POSITION("productPosition", "%"),
  PRESSURE("pressure", "kPa", Instrument.PRESSURE, 3_500),
  LEVEL("level", "%", Instrument.LEVEL, 100),
  FRACTION_A("fractionA", "mol%", Instrument.ANALYSER, 100),
  FRACTION_B("fractionB", "mol%", Instrument.ANALYSER, 100),
  FRACTION_C("fractionC", "mol%", Instrument.ANALYSER, 100),
  PRESSURE_A("pressureA", "kPa", Instrument.PRESSURE, 3_500),
  PRESSURE_B("pressureB", "kPa", Instrument.PRESSURE, 3_500),
  PRESSURE_C("pressureC", "kPa", Instrument.PRESSURE, 3_500),
  LEVEL_A("levelA", "%", Instrument.LEVEL, 100),
  LEVEL_B("levelB", "%", Instrument.LEVEL, 100),
  SHUTDOWN_POSITION("shutdownPosition", "%"),
  RELIEF_FLOW("reliefFlow", "kmol/h"),
  RUPTURED("ruptured", ""),
  PRODUCT_LOST("productLost", "kmol"),
  FEED1_VALVE("feed1Valve", "%", Signal.Direction.COMMAND),
  FEED2_VALVE("feed2Valve", "%", Signal.Direction.COMMAND),
  PURGE_VALVE("purgeValve", "%", Signal.Direction.COMMAND),
  PRODUCT_VALVE("productValve", "%", Signal.Direction.COMMAND),
  SHUTDOWN_VALVE("shutdownValve", "", Signal.Direction.COMMAND),
  RELIEF_VALVE("reliefValve", "", Signal.Direction.COMMAND),
  FEED1_FRACTION_A("feed1FractionA", "mol%", Signal.Direction.DISTURBANCE),
  FEED1_FRACTION_B("feed1FractionB", "mol%", Signal.Direction.DISTURBANCE),
  FEED2_AVAILABLE("feed2Available", "%", Signal.Direction.DISTURBANCE),
  PURGE_BLOCKED("purgeBlocked", "%", Signal.Direction.DISTURBANCE),
  REACTION_RATE("reactionRate", "%", Signal.Direction.DISTURBANCE),
  PRESSURE_A_OFFSET("pressureAOffset", "kPa", Signal.Direction.DISTURBANCE),
  PRESSURE_B_OFFSET("pressureBOffset", "kPa", Signal.Direction.DISTURBANCE),
  PRESSURE_C_OFFSET("pressureCOffset", "kPa", Signal.Direction.DISTURBANCE);

  /** What a wire that the process drives is measured with. */
  enum Instrument {
    /** A feedback or a fact: shown as it is. */
    NONE,
    FLOW,
    PRESSURE,
    LEVEL,
    /** Shows its last sample but one. */
    ANALYSER
  }

  private final String title;
  private final String unit;
  private final Signal.Direction direction;
  private final Instrument instrument;
  private final double span;

  ReactorSignal(
      String title, String unit, Signal.Direction direction, Instrument instrument, double span) {
    this.title = title;
    this.unit = unit;
    this.direction = direction;
    this.instrument = instrument;
    this.span = span;
  }

  ReactorSignal(String title, String unit) {
    this(title, unit, Instrument.NONE, 0);
  }

  ReactorSignal(String title, String unit, Instrument instrument, double span) {
    this(title, unit, Signal.Direction.MEASURED, instrument, span);
  }

  ReactorSignal(String title, String unit, Signal.Direction direction) {
    this(title, unit, direction, Instrument.NONE, 0);
  }

  Signal of(String device) {
    return new Signal(device + "." + title, unit, direction);
  }

  Instrument instrument() {
    return instrument;
  }

  /** Upper end of the instrument's span, which begins at 0, in the signal's unit. */
  double span() {
    return span;
  }

  double truth(Reactor reactor) {
    ReactorState now = reactor.now();
    return switch (this) {
      case FEED1_FLOW -> now.feed1Flow;
      case FEED1_POSITION -> now.feed1Percent;
      case FEED2_FLOW -> now.feed2Flow;
      case FEED2_POSITION -> now.feed2Percent;
      case PURGE_FLOW -> now.purgeFlow;
      case PURGE_POSITION -> now.purgePercent;
      case PRODUCT_FLOW -> now.productFlow;
      case PRODUCT_POSITION -> now.productPercent;
      case PRESSURE, PRESSURE_A, PRESSURE_B, PRESSURE_C -> reactor.pressureKpa();
      case LEVEL, LEVEL_A, LEVEL_B -> reactor.levelPercent();
      case FRACTION_A -> reactor.sharePercent(now.kmolA);
      case FRACTION_B -> reactor.sharePercent(now.kmolB);
      case FRACTION_C -> reactor.sharePercent(now.kmolC);
      case SHUTDOWN_POSITION -> now.shutdownOpen * 100;
      case RELIEF_FLOW -> now.reliefFlow;
      case RUPTURED -> now.ruptured ? 1 : 0;
      case PRODUCT_LOST -> now.productLostKmol;
      default -> set(now);
    };
  }

  private double set(ReactorState now) {
    return switch (this) {
      case FEED1_VALVE -> now.feed1Command;
      case FEED2_VALVE -> now.feed2Command;
      case PURGE_VALVE -> now.purgeCommand;
      case PRODUCT_VALVE -> now.productCommand;
      case SHUTDOWN_VALVE -> now.shutdownCommand;
      case RELIEF_VALVE -> now.reliefCommand;
      case FEED1_FRACTION_A -> now.feed1A * 100;
      case FEED1_FRACTION_B -> now.feed1B * 100;
      case FEED2_AVAILABLE -> now.feed2Available * 100;
      case PURGE_BLOCKED -> now.purgeBlocked * 100;
      case REACTION_RATE -> now.reactionRate * 100;
      case PRESSURE_A_OFFSET -> now.pressureAOffsetKpa;
      case PRESSURE_B_OFFSET -> now.pressureBOffsetKpa;
      case PRESSURE_C_OFFSET -> now.pressureCOffsetKpa;
      default -> throw new IllegalStateException(this + " is measured");
    };
  }
}
