package org.bumpless.plant.engine.tennessee;

/**
 * The eight chemicals by number: A, B and C never condense, B takes part in nothing, D and E are
 * liquid feeds, F is a by-product, G and H are the product.
 *
 * <p>Molar masses: Downs and Vogel 1993, Table 2.
 */
final class Species {
  static final int A = 0;
  static final int B = 1;
  static final int C = 2;
  static final int D = 3;
  static final int E = 4;
  static final int F = 5;
  static final int G = 6;
  static final int H = 7;
  static final int COUNT = 8;

  /** The first that condenses; all behind it do too. */
  static final int CONDENSABLE = D;

  private static final double[] MOLAR_MASS = {2, 25.4, 28, 32, 46, 48, 62, 76};

  private Species() {}

  /** In lb/lb-mol, which is kg/kmol. */
  static double molarMass(int species) {
    return MOLAR_MASS[species];
  }
}
