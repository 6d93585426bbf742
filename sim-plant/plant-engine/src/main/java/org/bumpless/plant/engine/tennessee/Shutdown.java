package org.bumpless.plant.engine.tennessee;

/**
 * The interlocks that stop the plant (Downs and Vogel 1993, Table 6), which no controller can
 * override.
 */
final class Shutdown {
  static final int NONE = 0;
  static final int REACTOR_PRESSURE_HIGH = 1;
  static final int REACTOR_LEVEL_HIGH = 2;
  static final int REACTOR_LEVEL_LOW = 3;
  static final int REACTOR_TEMPERATURE_HIGH = 4;
  static final int SEPARATOR_LEVEL_HIGH = 5;
  static final int SEPARATOR_LEVEL_LOW = 6;
  static final int STRIPPER_LEVEL_HIGH = 7;
  static final int STRIPPER_LEVEL_LOW = 8;

  static final double PRESSURE_MAX_KPA = 3_000;
  static final double TEMPERATURE_MAX_C = 175;
  static final double REACTOR_MAX_FT3 = 24 * Readings.FT3_PER_M3;
  static final double REACTOR_MIN_FT3 = 2 * Readings.FT3_PER_M3;
  static final double SEPARATOR_MAX_FT3 = 12 * Readings.FT3_PER_M3;
  static final double SEPARATOR_MIN_FT3 = Readings.FT3_PER_M3;
  static final double STRIPPER_MAX_FT3 = 8 * Readings.FT3_PER_M3;
  static final double STRIPPER_MIN_FT3 = Readings.FT3_PER_M3;

  private Shutdown() {}

  /** The first interlock that acts on the plant as last evaluated, or {@link #NONE}. */
  static int cause(Flowsheet plant, double[] truth) {
    if (truth[Readings.REACTOR_PRESSURE] > PRESSURE_MAX_KPA) {
      return REACTOR_PRESSURE_HIGH;
    }
    if (truth[Readings.REACTOR_TEMPERATURE] > TEMPERATURE_MAX_C) {
      return REACTOR_TEMPERATURE_HIGH;
    }
    int level =
        outside(
            plant.reactor.content.liquidFt3, REACTOR_MIN_FT3, REACTOR_MAX_FT3, REACTOR_LEVEL_HIGH);
    if (level == NONE) {
      level =
          outside(
              plant.separator.content.liquidFt3,
              SEPARATOR_MIN_FT3,
              SEPARATOR_MAX_FT3,
              SEPARATOR_LEVEL_HIGH);
    }
    return level == NONE
        ? outside(plant.stripper.liquidFt3, STRIPPER_MIN_FT3, STRIPPER_MAX_FT3, STRIPPER_LEVEL_HIGH)
        : level;
  }

  private static int outside(double ft3, double min, double max, int high) {
    if (ft3 > max) {
      return high;
    }
    return ft3 < min ? high + 1 : NONE;
  }
}
