package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;

/**
 * What the plant costs and brings. Costs an hour as Downs and Vogel 1993 and Ricker, Decentralized
 * control of the Tennessee Eastman challenge process (1996), count them: what is lost with the
 * purge and with the product, the compressor's current, the steam.
 */
final class Economy {
  /** $/kmol of A to H; B is worth nothing. */
  private static final double[] WORTH = {2.209, 0, 6.177, 22.06, 14.56, 17.89, 30.44, 22.94};

  /** $/kWh. */
  private static final double CURRENT = 0.0536;

  /** $/kg. */
  private static final double STEAM = 0.0318;

  private static final double KMOL_PER_KSCM = 44.791;
  private static final double KMOL_PER_LBMOL = 0.4541;
  private static final double PERCENT = 100;

  private final double demandM3H;
  private double costPerHour;
  private double madeM3;
  private double lostM3;

  /**
   * @param demandM3H product flow below which product counts as lost
   */
  Economy(double demandM3H) {
    this.demandM3H = demandM3H;
  }

  /** Costs of the plant as last evaluated. */
  void read(Flowsheet plant, double[] truth) {
    double purged = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      purged += WORTH[i] * truth[Readings.PURGE_ANALYSIS + i];
    }
    double spoilt = 0;
    for (int i = Species.D; i <= Species.F; i++) {
      spoilt += WORTH[i] * truth[Readings.PRODUCT_ANALYSIS + i - Species.D];
    }
    double product = plant.stripper.product.flowLbmolH * KMOL_PER_LBMOL;
    costPerHour =
        purged / PERCENT * truth[Readings.PURGE_RATE] * KMOL_PER_KSCM
            + spoilt / PERCENT * product
            + CURRENT * truth[Readings.COMPRESSOR_WORK]
            + STEAM * truth[Readings.STEAM_FLOW];
  }

  /** Counts the product of a step. */
  void count(double flowM3H, double hours) {
    madeM3 += flowM3H * hours;
    lostM3 += Math.max(0, demandM3H - flowM3H) * hours;
  }

  double costPerHour() {
    return costPerHour;
  }

  double madeM3() {
    return madeM3;
  }

  double lostM3() {
    return lostM3;
  }

  void save(ByteBuffer into) {
    into.putDouble(costPerHour).putDouble(madeM3).putDouble(lostM3);
  }

  void load(ByteBuffer from) {
    costPerHour = from.getDouble();
    madeM3 = from.getDouble();
    lostM3 = from.getDouble();
  }
}
