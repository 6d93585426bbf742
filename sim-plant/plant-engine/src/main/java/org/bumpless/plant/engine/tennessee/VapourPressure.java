package org.bumpless.plant.engine.tennessee;

/** Antoine's equation of the species that condense (Downs and Vogel 1993, Table 2). */
final class VapourPressure {
  private static final double[] A = {0, 0, 0, 15.92, 16.35, 16.35, 16.43, 17.21};
  private static final double[] B = {0, 0, 0, -1444, -2114, -2114, -2748, -3318};
  private static final double[] C = {0, 0, 0, 259, 265.5, 265.5, 232.9, 249.6};

  private VapourPressure() {}

  /** In torr. */
  static double of(int species, double temperatureC) {
    return StrictMath.exp(A[species] + B[species] / (temperatureC + C[species]));
  }
}
