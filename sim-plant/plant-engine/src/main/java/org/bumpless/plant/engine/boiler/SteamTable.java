package org.bumpless.plant.engine.boiler;

import java.util.function.DoubleUnaryOperator;

/**
 * Saturation properties by pressure: values and slopes at knots, a cubic (Hermite's) between two.
 * Knots are even in the fourth root of the pressure, in which the properties are smooth.
 */
final class SteamTable {
  static final double LOWEST_PA = 0.05e6;
  static final double HIGHEST_PA = 20e6;

  private static final int INTERVALS = 256;
  private static final double HALF_DIFFERENCE_K = 0.01;

  private final double firstRoot = root(LOWEST_PA);
  private final double width = (root(HIGHEST_PA) - firstRoot) / INTERVALS;
  private final double[] kelvins = new double[INTERVALS + 1];
  private final double[] kelvinSlopes = new double[INTERVALS + 1];
  private final Column waterDensity;
  private final Column steamDensity;
  private final Column waterEnthalpy;
  private final Column steamEnthalpy;
  private final Column kelvin;

  /** Works out the table; takes some milliseconds. */
  SteamTable() {
    for (int i = 0; i <= INTERVALS; i++) {
      double root = firstRoot + i * width;
      kelvins[i] = Iapws.temperature(root * root * root * root);
      kelvinSlopes[i] = 4 * root * root * root / Iapws.pressureSlope(kelvins[i]);
    }
    waterDensity = new Column(Iapws::waterDensity);
    steamDensity = new Column(Iapws::steamDensity);
    waterEnthalpy = new Column(Iapws::waterEnthalpy);
    steamEnthalpy = new Column(Iapws::steamEnthalpy);
    kelvin = new Column(value -> value);
  }

  private static double root(double pascal) {
    return Math.sqrt(Math.sqrt(pascal));
  }

  /** Looks up all properties; a pressure beyond the table is taken for its end. */
  void at(double pascal, Saturated found) {
    double root = root(Math.clamp(pascal, LOWEST_PA, HIGHEST_PA));
    double place = (root - firstRoot) / width;
    int knot = Math.clamp((int) place, 0, INTERVALS - 1);
    double part = place - knot;
    double rootPerPa = 1 / (4 * root * root * root);
    found.waterDensity = waterDensity.value(knot, part);
    found.waterDensitySlope = waterDensity.slope(knot, part) * rootPerPa;
    found.steamDensity = steamDensity.value(knot, part);
    found.steamDensitySlope = steamDensity.slope(knot, part) * rootPerPa;
    found.waterEnthalpy = waterEnthalpy.value(knot, part);
    found.waterEnthalpySlope = waterEnthalpy.slope(knot, part) * rootPerPa;
    found.steamEnthalpy = steamEnthalpy.value(knot, part);
    found.steamEnthalpySlope = steamEnthalpy.slope(knot, part) * rootPerPa;
    found.kelvin = kelvin.value(knot, part);
    found.kelvinSlope = kelvin.slope(knot, part) * rootPerPa;
  }

  /** One property by the fourth root of the pressure. */
  private final class Column {
    private final double[] values = new double[INTERVALS + 1];
    private final double[] slopes = new double[INTERVALS + 1];

    Column(DoubleUnaryOperator byKelvin) {
      for (int i = 0; i <= INTERVALS; i++) {
        double up = byKelvin.applyAsDouble(kelvins[i] + HALF_DIFFERENCE_K);
        double down = byKelvin.applyAsDouble(kelvins[i] - HALF_DIFFERENCE_K);
        values[i] = byKelvin.applyAsDouble(kelvins[i]);
        slopes[i] = (up - down) / (2 * HALF_DIFFERENCE_K) * kelvinSlopes[i] * width;
      }
    }

    private double value(int knot, double part) {
      double rise = values[knot + 1] - values[knot];
      double first = slopes[knot] - rise;
      double second = rise - slopes[knot + 1];
      double bend = (1 - part) * first + part * second;
      return values[knot] + part * rise + part * (1 - part) * bend;
    }

    private double slope(int knot, double part) {
      double rise = values[knot + 1] - values[knot];
      double first = slopes[knot] - rise;
      double second = rise - slopes[knot + 1];
      double bend = (1 - part) * first + part * second;
      return (rise + (1 - 2 * part) * bend + part * (1 - part) * (second - first)) / width;
    }
  }
}
