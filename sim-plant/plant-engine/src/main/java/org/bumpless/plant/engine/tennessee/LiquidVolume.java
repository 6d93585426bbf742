package org.bumpless.plant.engine.tennessee;

/**
 * The room that a liquid takes: that of its species side by side, whose densities are parabolas of
 * the temperature (Downs and Vogel 1993, Table 2).
 */
final class LiquidVolume {
  private static final double[] DENSITY = {1, 1, 1, 23.3, 33.9, 32.8, 49.9, 50.5};
  private static final double[] GROWTH = {0, 0, 0, -0.0700, -0.0957, -0.0995, -0.0191, -0.0541};
  private static final double[] CURVATURE = {
    0, 0, 0, -0.0002, -0.000152, -0.000233, -0.000425, -0.000150
  };

  private LiquidVolume() {}

  /** In ft3/lb-mol. */
  static double of(double[] fraction, double temperatureC) {
    double volume = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      volume +=
          fraction[i]
              * Species.molarMass(i)
              / (DENSITY[i] + (GROWTH[i] + CURVATURE[i] * temperatureC) * temperatureC);
    }
    return volume;
  }
}
