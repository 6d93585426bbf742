package org.bumpless.plant.engine.boiler;

/** Water and steam in equilibrium at one pressure, in SI units; each with its slope per Pa. */
final class Saturated {
  double waterDensity;
  double waterDensitySlope;
  double steamDensity;
  double steamDensitySlope;
  double waterEnthalpy;
  double waterEnthalpySlope;
  double steamEnthalpy;
  double steamEnthalpySlope;
  double kelvin;
  double kelvinSlope;

  /** Heat that a kg of water takes to become steam, in J/kg. */
  double evaporation() {
    return steamEnthalpy - waterEnthalpy;
  }
}
