package org.bumpless.plant.engine.tankfarm;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** A parameter as it is written in a plant file. */
  private enum Key {
    AREA("areaM2", 0.5, 0.01, 10_000),
    HEIGHT("heightM", 2, 0.1, 50),
    INFLOW_MAX("inflowMaxLps", 80, 0, 10_000),
    DEMAND("demandLps", 20, 0, 10_000),
    VALVE_TIME_CONSTANT("valveTimeConstantS", 0.5, 0.01, 100),
    PUMP_TIME_CONSTANT("pumpTimeConstantS", 0.8, 0.01, 100),
    LEVEL_NOISE("levelNoisePercent", 0.05, 0, 10),
    START_LEVEL("startLevelPercent", 50, 0, 100);

    private final String key;
    private final double fallback;
    private final double low;
    private final double high;

    Key(String key, double fallback, double low, double high) {
      this.key = key;
      this.fallback = fallback;
      this.low = low;
      this.high = high;
    }

    private double of(ProcessSpec.Unit unit) {
      Double found = unit.parameters().get(key);
      double value = found == null ? fallback : found;
      if (!(value >= low && value <= high)) {
        throw new IllegalArgumentException(
            "process unit "
                + unit.device()
                + ", "
                + key
                + " "
                + value
                + ": expected "
                + low
                + " to "
                + high);
      }
      return value;
    }
  }

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static TankParameters of(ProcessSpec.Unit unit) {
    Map<String, Key> known =
        Arrays.stream(Key.values()).collect(Collectors.toMap(k -> k.key, k -> k));
    for (String name : unit.parameters().keySet()) {
      if (!known.containsKey(name)) {
        throw new IllegalArgumentException(
            "process unit "
                + unit.device()
                + ", parameter \""
                + name
                + "\": expected one of "
                + Arrays.stream(Key.values()).map(k -> k.key).toList());
      }
    }
    return new TankParameters(
        Key.AREA.of(unit),
        Key.HEIGHT.of(unit),
        Key.INFLOW_MAX.of(unit),
        Key.DEMAND.of(unit),
        Key.VALVE_TIME_CONSTANT.of(unit),
        Key.PUMP_TIME_CONSTANT.of(unit),
        Key.LEVEL_NOISE.of(unit),
        Key.START_LEVEL.of(unit));
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
