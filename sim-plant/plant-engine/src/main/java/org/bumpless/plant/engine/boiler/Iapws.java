package org.bumpless.plant.engine.boiler;

/**
 * Properties of water and steam in equilibrium: IAPWS SR1-86(1992), Revised Supplementary Release
 * on Saturation Properties of Ordinary Water Substance, equations (1) to (7). From 273.16 to
 * 647.096 K.
 */
final class Iapws {
  private static final double CRITICAL_K = 647.096;
  private static final double CRITICAL_PA = 22.064e6;
  private static final double CRITICAL_KG_PER_M3 = 322;

  private static final double HALF_DIFFERENCE_K = 1e-3;
  private static final int NEWTON_STEPS = 40;
  private static final double NEWTON_START_K = 500;

  private Iapws() {}

  private static double logOfPressure(double kelvin) {
    double tau = 1 - kelvin / CRITICAL_K;
    double root = Math.sqrt(tau);
    double cube = tau * tau * tau;
    return CRITICAL_K
        / kelvin
        * (-7.85951783 * tau
            + 1.84408259 * tau * root
            - 11.7866497 * cube
            + 22.6807411 * cube * root
            - 15.9618719 * cube * tau
            + 1.80122502 * cube * cube * tau * root);
  }

  /** Pressure in Pa. */
  static double pressure(double kelvin) {
    return CRITICAL_PA * StrictMath.exp(logOfPressure(kelvin));
  }

  /** Slope of the pressure in Pa/K. */
  static double pressureSlope(double kelvin) {
    double up = logOfPressure(kelvin + HALF_DIFFERENCE_K);
    double down = logOfPressure(kelvin - HALF_DIFFERENCE_K);
    return pressure(kelvin) * (up - down) / (2 * HALF_DIFFERENCE_K);
  }

  /** Temperature in K at which water boils at a pressure in Pa; by Newton's method. */
  static double temperature(double pascal) {
    double wanted = StrictMath.log(pascal / CRITICAL_PA);
    double inverse = 1 / NEWTON_START_K;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double kelvin = 1 / inverse;
      double slope = -kelvin * kelvin * pressureSlope(kelvin) / pressure(kelvin);
      inverse -= (logOfPressure(kelvin) - wanted) / slope;
    }
    return 1 / inverse;
  }

  /** Density of the water in kg/m3. */
  static double waterDensity(double kelvin) {
    double tau = 1 - kelvin / CRITICAL_K;
    return CRITICAL_KG_PER_M3
        * (1
            + 1.99274064 * StrictMath.pow(tau, 1 / 3.0)
            + 1.09965342 * StrictMath.pow(tau, 2 / 3.0)
            - 0.510839303 * StrictMath.pow(tau, 5 / 3.0)
            - 1.75493479 * StrictMath.pow(tau, 16 / 3.0)
            - 45.5170352 * StrictMath.pow(tau, 43 / 3.0)
            - 6.74694450e5 * StrictMath.pow(tau, 110 / 3.0));
  }

  /** Density of the steam in kg/m3. */
  static double steamDensity(double kelvin) {
    double tau = 1 - kelvin / CRITICAL_K;
    return CRITICAL_KG_PER_M3
        * StrictMath.exp(
            -2.03150240 * StrictMath.pow(tau, 2 / 6.0)
                - 2.68302940 * StrictMath.pow(tau, 4 / 6.0)
                - 5.38626492 * StrictMath.pow(tau, 8 / 6.0)
                - 17.2991605 * StrictMath.pow(tau, 18 / 6.0)
                - 44.7586581 * StrictMath.pow(tau, 37 / 6.0)
                - 63.9201063 * StrictMath.pow(tau, 71 / 6.0));
  }

  /** What the enthalpies of both phases have in common, in J/kg. */
  private static double alpha(double kelvin) {
    double theta = kelvin / CRITICAL_K;
    return 1_000
        * (-1_135.905627715
            - 5.65134998e-8 * StrictMath.pow(theta, -19)
            + 2_690.66631 * theta
            + 127.287297 * StrictMath.pow(theta, 4.5)
            - 135.003439 * StrictMath.pow(theta, 5)
            + 0.981825814 * StrictMath.pow(theta, 54.5));
  }

  /** Enthalpy of the water in J/kg. */
  static double waterEnthalpy(double kelvin) {
    return alpha(kelvin) + kelvin / waterDensity(kelvin) * pressureSlope(kelvin);
  }

  /** Enthalpy of the steam in J/kg. */
  static double steamEnthalpy(double kelvin) {
    return alpha(kelvin) + kelvin / steamDensity(kelvin) * pressureSlope(kelvin);
  }
}
