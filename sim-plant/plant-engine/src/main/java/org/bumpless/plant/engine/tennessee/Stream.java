package org.bumpless.plant.engine.tennessee;

/** What flows through a pipe now. */
final class Stream {
  /** Mole fractions. */
  final double[] fraction = new double[Species.COUNT];

  double flowLbmolH;
  double temperatureC;

  /** In 10^6 Btu/lb-mol. */
  double enthalpy;

  double component(int species) {
    return fraction[species] * flowLbmolH;
  }

  /** In 10^6 Btu/h. */
  double heatFlow() {
    return enthalpy * flowLbmolH;
  }

  /** In lb/lb-mol. */
  double molarMass() {
    double mass = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      mass += fraction[i] * Species.molarMass(i);
    }
    return mass;
  }

  /** Takes composition, temperature and enthalpy of what it is drawn from. */
  void draw(double[] from, double fromC, HeatContent phase) {
    System.arraycopy(from, 0, fraction, 0, Species.COUNT);
    heat(fromC, phase);
  }

  void heat(double toC, HeatContent phase) {
    temperatureC = toC;
    enthalpy = phase.of(fraction, toC);
  }
}
