package org.bumpless.plant.engine.boiler;

import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.model.ProcessSpec;

/**
 * What a boiler is built like, beyond what the paper says of it.
 *
 * @param startPressureKpa of the drum at the start, 2000 to 10,000 kPa
 * @param startSteamKgPerS at the start, 10 to 80 kg/s
 * @param startLit 1 for a boiler that is fired at the start, 0 for one that stands hot and shut
 * @param feedwaterCelsius 50 to 280 degC
 * @param valveTimeConstantS of control valves and damper, 0.1 to 60 s
 * @param shutoffStrokeS of a fuel shut-off valve, 0.1 to 10 s
 * @param furnaceM3 volume of the furnace, 50 to 2000 m3
 * @param heatLagS from flame to water, 0.5 to 120 s
 * @param levelNoiseMm standard deviation of level transmitters, 0 to 100 mm
 * @param pressureNoisePercent of pressure transmitters, 0 to 10 % of the span
 * @param flowNoisePercent of flow transmitters, 0 to 10 % of the span
 */
record BoilerParameters(
    double startPressureKpa,
    double startSteamKgPerS,
    double startLit,
    double feedwaterCelsius,
    double valveTimeConstantS,
    double shutoffStrokeS,
    double furnaceM3,
    double heatLagS,
    double levelNoiseMm,
    double pressureNoisePercent,
    double flowNoisePercent) {

  private static final Parameter START_PRESSURE =
      new Parameter("startPressureKpa", 8_500, 2_000, 10_000);
  private static final Parameter START_STEAM = new Parameter("startSteamKgPerS", 50.42, 10, 80);
  private static final Parameter START_LIT = new Parameter("startLit", 1, 0, 1);
  private static final Parameter FEEDWATER = new Parameter("feedwaterCelsius", 241.87, 50, 280);
  private static final Parameter VALVE_TIME_CONSTANT =
      new Parameter("valveTimeConstantS", 2, 0.1, 60);
  private static final Parameter SHUTOFF_STROKE = new Parameter("shutoffStrokeS", 1, 0.1, 10);
  private static final Parameter FURNACE = new Parameter("furnaceM3", 300, 50, 2_000);
  private static final Parameter HEAT_LAG = new Parameter("heatLagS", 6, 0.5, 120);
  private static final Parameter LEVEL_NOISE = new Parameter("levelNoiseMm", 1, 0, 100);
  private static final Parameter PRESSURE_NOISE =
      new Parameter("pressureNoisePercent", 0.05, 0, 10);
  private static final Parameter FLOW_NOISE = new Parameter("flowNoisePercent", 0.2, 0, 10);

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static BoilerParameters of(ProcessSpec.Unit unit) {
    Parameters found =
        new Parameters(
            unit,
            List.of(
                START_PRESSURE,
                START_STEAM,
                START_LIT,
                FEEDWATER,
                VALVE_TIME_CONSTANT,
                SHUTOFF_STROKE,
                FURNACE,
                HEAT_LAG,
                LEVEL_NOISE,
                PRESSURE_NOISE,
                FLOW_NOISE));
    return new BoilerParameters(
        found.of(START_PRESSURE),
        found.of(START_STEAM),
        found.of(START_LIT),
        found.of(FEEDWATER),
        found.of(VALVE_TIME_CONSTANT),
        found.of(SHUTOFF_STROKE),
        found.of(FURNACE),
        found.of(HEAT_LAG),
        found.of(LEVEL_NOISE),
        found.of(PRESSURE_NOISE),
        found.of(FLOW_NOISE));
  }
}
