package org.bumpless.plant.engine.reactor;

import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.model.ProcessSpec;

/**
 * What a reactor is built like.
 *
 * @param timeFactor how many times smaller than in the paper the vessel is at the same flows, and
 *     how many times quicker therefore: 1 to 500
 * @param startPressureKpa at the start, 2000 to 2900 kPa
 * @param startFractionA of A in the vapour at the start, 40 to 55 mol%
 * @param productKmolPerH that is made at the start, 80 to 120 kmol/h
 * @param valveTimeConstantS of the control valves' positioners, 0.01 to 100 s
 * @param shutdownStrokeS from open to closed of shut-down and relief valve, 0.1 to 60 s
 * @param reliefKmolPerH through the open relief line at 3000 kPa, 0 to 1000 kmol/h
 * @param ruptureKpa at which the vessel bursts, 3000 to 3500 kPa
 * @param analyserPeriodS between two samples of the purge, 1 to 3600 s
 * @param flowNoisePercent standard deviation of flow transmitters, 0 to 10 % of the span
 * @param pressureNoisePercent of pressure transmitters, 0 to 10 % of the span
 * @param levelNoisePercent of level transmitters, 0 to 10 % of the span
 * @param fractionNoisePercent of the analyser, 0 to 10 % of the span
 */
record ReactorParameters(
    double timeFactor,
    double startPressureKpa,
    double startFractionA,
    double productKmolPerH,
    double valveTimeConstantS,
    double shutdownStrokeS,
    double reliefKmolPerH,
    double ruptureKpa,
    double analyserPeriodS,
    double flowNoisePercent,
    double pressureNoisePercent,
    double levelNoisePercent,
    double fractionNoisePercent) {

  private static final Parameter TIME_FACTOR = new Parameter("timeFactor", 1, 1, 500);
  private static final Parameter START_PRESSURE =
      new Parameter("startPressureKpa", 2_700, 2_000, 2_900);
  private static final Parameter START_FRACTION_A = new Parameter("startFractionA", 47, 40, 55);
  private static final Parameter PRODUCT = new Parameter("productKmolPerH", 100, 80, 120);
  private static final Parameter VALVE_TIME_CONSTANT =
      new Parameter("valveTimeConstantS", 10, 0.01, 100);
  private static final Parameter SHUTDOWN_STROKE = new Parameter("shutdownStrokeS", 2, 0.1, 60);
  private static final Parameter RELIEF = new Parameter("reliefKmolPerH", 200, 0, 1_000);
  private static final Parameter RUPTURE = new Parameter("ruptureKpa", 3_200, 3_000, 3_500);
  private static final Parameter ANALYSER_PERIOD = new Parameter("analyserPeriodS", 360, 1, 3_600);
  private static final Parameter FLOW_NOISE = new Parameter("flowNoisePercent", 0.1, 0, 10);
  private static final Parameter PRESSURE_NOISE = new Parameter("pressureNoisePercent", 0.1, 0, 10);
  private static final Parameter LEVEL_NOISE = new Parameter("levelNoisePercent", 0.1, 0, 10);
  private static final Parameter FRACTION_NOISE = new Parameter("fractionNoisePercent", 0.1, 0, 10);

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static ReactorParameters of(ProcessSpec.Unit unit) {
    Parameters found =
        new Parameters(
            unit,
            List.of(
                TIME_FACTOR,
                START_PRESSURE,
                START_FRACTION_A,
                PRODUCT,
                VALVE_TIME_CONSTANT,
                SHUTDOWN_STROKE,
                RELIEF,
                RUPTURE,
                ANALYSER_PERIOD,
                FLOW_NOISE,
                PRESSURE_NOISE,
                LEVEL_NOISE,
                FRACTION_NOISE));
    return new ReactorParameters(
        found.of(TIME_FACTOR),
        found.of(START_PRESSURE),
        found.of(START_FRACTION_A),
        found.of(PRODUCT),
        found.of(VALVE_TIME_CONSTANT),
        found.of(SHUTDOWN_STROKE),
        found.of(RELIEF),
        found.of(RUPTURE),
        found.of(ANALYSER_PERIOD),
        found.of(FLOW_NOISE),
        found.of(PRESSURE_NOISE),
        found.of(LEVEL_NOISE),
        found.of(FRACTION_NOISE));
  }
}
