package org.bumpless.plant.engine.tankfarm;

import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.model.ProcessSpec;

/**
 * What a tank is built like.
 *
 * @param areaM2 cross-section, 0.01 to 10,000 m2
 * @param heightM height of the overflow edge, 0.1 to 50 m
 * @param inflowMaxLps inflow with the valve fully open, 0 to 10,000 l/s
 * @param demandLps mean outflow that the consumers take at full pump speed, 0 to 10,000 l/s
 * @param valveTimeConstantS of the valve's positioner, 0.01 to 100 s
 * @param pumpTimeConstantS of the pump's drive, 0.01 to 100 s
 * @param levelNoisePercent standard deviation of the level transmitter, 0 to 10 % of its span
 * @param startLevelPercent level at the start, 0 to 100 %
 */
record TankParameters(
    double areaM2,
    double heightM,
    double inflowMaxLps,
    double demandLps,
    double valveTimeConstantS,
    double pumpTimeConstantS,
    double levelNoisePercent,
    double startLevelPercent) {

  private static final Parameter AREA = new Parameter("areaM2", 0.5, 0.01, 10_000);
  private static final Parameter HEIGHT = new Parameter("heightM", 2, 0.1, 50);
  private static final Parameter INFLOW_MAX = new Parameter("inflowMaxLps", 80, 0, 10_000);
  private static final Parameter DEMAND = new Parameter("demandLps", 20, 0, 10_000);
  private static final Parameter VALVE_TIME_CONSTANT =
      new Parameter("valveTimeConstantS", 0.5, 0.01, 100);
  private static final Parameter PUMP_TIME_CONSTANT =
      new Parameter("pumpTimeConstantS", 0.8, 0.01, 100);
  private static final Parameter LEVEL_NOISE = new Parameter("levelNoisePercent", 0.05, 0, 10);
  private static final Parameter START_LEVEL = new Parameter("startLevelPercent", 50, 0, 100);

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static TankParameters of(ProcessSpec.Unit unit) {
    Parameters found =
        new Parameters(
            unit,
            List.of(
                AREA,
                HEIGHT,
                INFLOW_MAX,
                DEMAND,
                VALVE_TIME_CONSTANT,
                PUMP_TIME_CONSTANT,
                LEVEL_NOISE,
                START_LEVEL));
    return new TankParameters(
        found.of(AREA),
        found.of(HEIGHT),
        found.of(INFLOW_MAX),
        found.of(DEMAND),
        found.of(VALVE_TIME_CONSTANT),
        found.of(PUMP_TIME_CONSTANT),
        found.of(LEVEL_NOISE),
        found.of(START_LEVEL));
  }

  /** Volume up to the overflow edge, in litres. */
  double capacityLitres() {
    return areaM2 * heightM * 1_000;
  }

  /** Valve opening, 0 to 1, at which the mean demand flows in. */
  double balancedOpening() {
    return inflowMaxLps <= demandLps ? 1 : demandLps / inflowMaxLps;
  }
}
