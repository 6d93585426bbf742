package org.bumpless.plant.engine.tennessee;

/**
 * The four reactions in the reactor's vapour: A + C + D to G, A + C + E to H, A + E to F and 3 D to
 * 2 F. They are irreversible, exothermic and follow Arrhenius (Downs and Vogel 1993, with the
 * orders and constants of their program). The last needs A but does not use it up; of the last two
 * the heat is left out.
 */
final class Kinetics {
  /** Cal/(mol K). */
  private static final double GAS_CONSTANT = 1.987;

  private static final double G_ACTIVATION_K = 40_000 / GAS_CONSTANT;
  private static final double H_ACTIVATION_K = 20_000 / GAS_CONSTANT;
  private static final double F_ACTIVATION_K = 60_000 / GAS_CONSTANT;
  private static final double G_LN_FACTOR = 31.5859536;
  private static final double H_LN_FACTOR = 3.00094014;
  private static final double F_LN_FACTOR = 53.4060443;

  /** How fast the fourth reaction is against the third. */
  private static final double F_FROM_D = 0.767488334;

  /** Orders of the first two reactions in A and C. */
  private static final double ORDER_A = 1.1544;

  private static final double ORDER_C = 0.3735;

  /** 10^6 Btu/lb-mol. */
  private static final double G_HEAT = 0.06899381054;

  private static final double H_HEAT = 0.05;

  /** What comes to be of each species, in lb-mol/h. */
  final double[] made = new double[Species.COUNT];

  /** In 10^6 Btu/h. */
  double heat;

  /**
   * @param gSpeed by how much the first reaction is quicker than usual
   * @param hSpeed the same of the second
   */
  void evaluate(TwoPhase reactor, double gSpeed, double hSpeed) {
    double kelvin = reactor.temperatureC + TwoPhase.ZERO_CELSIUS_K;
    double a = reactor.partial[Species.A];
    double c = reactor.partial[Species.C];
    double d = reactor.partial[Species.D];
    double e = reactor.partial[Species.E];
    double g = 0;
    double h = 0;
    if (a > 0 && c > 0) {
      double both = ORDER_A * StrictMath.log(a) + ORDER_C * StrictMath.log(c);
      g = StrictMath.exp(G_LN_FACTOR - G_ACTIVATION_K / kelvin + both) * gSpeed * d;
      h = StrictMath.exp(H_LN_FACTOR - H_ACTIVATION_K / kelvin + both) * hSpeed * e;
    }
    double f = StrictMath.exp(F_LN_FACTOR - F_ACTIVATION_K / kelvin) * a;
    react(
        g * reactor.vapourFt3,
        h * reactor.vapourFt3,
        f * e * reactor.vapourFt3,
        f * F_FROM_D * d * reactor.vapourFt3);
  }

  private void react(double toG, double toH, double eToF, double dToF) {
    made[Species.A] = -toG - toH - eToF;
    made[Species.C] = -toG - toH;
    made[Species.D] = -toG - 1.5 * dToF;
    made[Species.E] = -toH - eToF;
    made[Species.F] = eToF + dToF;
    made[Species.G] = toG;
    made[Species.H] = toH;
    heat = toG * G_HEAT + toH * H_HEAT;
  }
}
