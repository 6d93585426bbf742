package org.bumpless.plant.engine.tennessee;

/**
 * How much heat a mixture holds at a temperature: the heat capacity of each species is a parabola
 * of the temperature, so the heat content is a cubic, and that of a mixture one too.
 *
 * <p>Heat in 10^6 Btu/lb-mol above liquid at 0 deg C. Coefficients: Downs and Vogel 1993, Table 2,
 * with the digits of their program.
 */
final class HeatContent {
  static final HeatContent LIQUID =
      new HeatContent(
          new double[] {0, 0, 0, 0, 0, 0, 0, 0},
          new double[] {1e-6, 1e-6, 1e-6, 0.960e-6, 0.573e-6, 0.652e-6, 0.515e-6, 0.471e-6},
          new double[] {0, 0, 0, 8.70e-9, 2.41e-9, 2.18e-9, 5.65e-10, 8.70e-10},
          new double[] {0, 0, 0, 4.81e-11, 1.82e-11, 1.94e-11, 3.82e-12, 2.62e-12});

  static final HeatContent VAPOUR =
      new HeatContent(
          new double[] {1e-6, 1e-6, 1e-6, 86.7e-6, 160e-6, 160e-6, 225e-6, 209e-6},
          new double[] {
            3.411e-6, 0.3799e-6, 0.2491e-6, 0.3567e-6, 0.3463e-6, 0.3930e-6, 0.170e-6, 0.150e-6
          },
          new double[] {7.18e-10, 1.08e-9, 1.36e-11, 8.51e-10, 8.96e-10, 1.02e-9, 0, 0},
          new double[] {6.0e-13, -3.98e-13, -3.93e-14, -3.12e-13, -3.27e-13, -3.12e-13, 0, 0});

  /** 10^6 Btu/(lb-mol K): what tells the inner energy of a vapour from its enthalpy. */
  static final double GAS_CONSTANT = 3.57696e-6;

  /** Fahrenheit degrees in a Celsius degree: the capacities are per deg F. */
  private static final double FAHRENHEIT = 1.8;

  private static final double CLOSE_ENOUGH_C = 1e-9;
  private static final int TRIES_MAX = 50;

  private final double[] constant = new double[Species.COUNT];
  private final double[] linear = new double[Species.COUNT];
  private final double[] square = new double[Species.COUNT];
  private final double[] cubic = new double[Species.COUNT];

  /**
   * @param evaporation heat of it, 10^6 Btu/lb
   * @param capacity heat capacity at 0 deg C, 10^6 Btu/(lb deg F); the other two are its growth
   */
  private HeatContent(
      double[] evaporation, double[] capacity, double[] growth, double[] curvature) {
    for (int i = 0; i < Species.COUNT; i++) {
      double mass = Species.molarMass(i);
      constant[i] = mass * evaporation[i];
      linear[i] = mass * FAHRENHEIT * capacity[i];
      square[i] = mass * FAHRENHEIT * growth[i] / 2;
      cubic[i] = mass * FAHRENHEIT * curvature[i] / 3;
    }
  }

  /** Enthalpy of a mixture. */
  double of(double[] fraction, double temperatureC) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      double x = fraction[i];
      s0 += x * constant[i];
      s1 += x * linear[i];
      s2 += x * square[i];
      s3 += x * cubic[i];
    }
    return s0 + temperatureC * (s1 + temperatureC * (s2 + temperatureC * s3));
  }

  /**
   * The temperature at which a mixture has an enthalpy, by Newton's method.
   *
   * @param guessC where the search begins, and what is given back if it leads nowhere
   */
  double temperatureC(double[] fraction, double enthalpy, double guessC) {
    return solve(fraction, enthalpy, guessC, 0);
  }

  /** The same for inner energy, which lacks R T. */
  double temperatureOfEnergyC(double[] fraction, double energy, double guessC) {
    return solve(fraction, energy + GAS_CONSTANT * TwoPhase.ZERO_CELSIUS_K, guessC, GAS_CONSTANT);
  }

  private double solve(double[] fraction, double heat, double guessC, double less) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      double x = fraction[i];
      s0 += x * constant[i];
      s1 += x * linear[i];
      s2 += x * square[i];
      s3 += x * cubic[i];
    }
    s0 -= heat;
    s1 -= less;
    double t = guessC;
    for (int i = 0; i < TRIES_MAX; i++) {
      double change = (s0 + t * (s1 + t * (s2 + t * s3))) / (s1 + t * (2 * s2 + t * 3 * s3));
      t -= change;
      if (Math.abs(change) < CLOSE_ENOUGH_C) {
        return t;
      }
    }
    return guessC;
  }
}
