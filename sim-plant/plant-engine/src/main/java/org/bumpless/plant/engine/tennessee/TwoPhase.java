package org.bumpless.plant.engine.tennessee;

/**
 * A vessel in which a liquid of D to H stands under its vapour and under A, B and C, which dissolve
 * in nothing: reactor and separator. Liquid is ideal (Raoult), vapour is ideal, both have one
 * temperature; only the liquid's heat counts.
 *
 * <p>Nine states: moles of A, B and C in the vapour, moles of D to H in the liquid, in lb-mol, and
 * heat, in 10^6 Btu.
 */
final class TwoPhase {
  static final double ZERO_CELSIUS_K = 273.15;

  /** Torr ft3/(lb-mol K). */
  static final double GAS_CONSTANT = 998.9;

  /** Mole fractions. */
  final double[] liquid = new double[Species.COUNT];

  final double[] vapour = new double[Species.COUNT];

  /** In torr, absolute. */
  final double[] partial = new double[Species.COUNT];

  double temperatureC;
  double pressureTorr;
  double liquidFt3;
  double vapourFt3;

  /** Of the liquid, ft3/lb-mol. */
  double molarVolume;

  private final int at;
  private final double volumeFt3;
  private final double usualC;

  /**
   * @param at place of its first state
   * @param usualC where the search for its temperature begins
   */
  TwoPhase(int at, double volumeFt3, double usualC) {
    this.at = at;
    this.volumeFt3 = volumeFt3;
    this.usualC = usualC;
  }

  void evaluate(double[] state) {
    double moles = 0;
    for (int i = Species.CONDENSABLE; i < Species.COUNT; i++) {
      moles += state[at + i];
    }
    for (int i = Species.CONDENSABLE; i < Species.COUNT; i++) {
      liquid[i] = state[at + i] / moles;
    }
    temperatureC =
        HeatContent.LIQUID.temperatureC(liquid, state[at + Species.COUNT] / moles, usualC);
    molarVolume = LiquidVolume.of(liquid, temperatureC);
    liquidFt3 = moles * molarVolume;
    vapourFt3 = volumeFt3 - liquidFt3;
    press(state);
  }

  private void press(double[] state) {
    double perMole = GAS_CONSTANT * (temperatureC + ZERO_CELSIUS_K) / vapourFt3;
    double sum = 0;
    for (int i = 0; i < Species.CONDENSABLE; i++) {
      partial[i] = state[at + i] * perMole;
      sum += partial[i];
    }
    for (int i = Species.CONDENSABLE; i < Species.COUNT; i++) {
      partial[i] = VapourPressure.of(i, temperatureC) * liquid[i];
      sum += partial[i];
    }
    pressureTorr = sum;
    for (int i = 0; i < Species.COUNT; i++) {
      vapour[i] = partial[i] / sum;
    }
  }
}
