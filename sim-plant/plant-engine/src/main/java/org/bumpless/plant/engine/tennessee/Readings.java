package org.bumpless.plant.engine.tennessee;

/** What the 41 instruments would show if they had neither noise nor delay. */
final class Readings {
  /** Positions of those that more than one class needs, from 0: XMEAS less 1. */
  static final int REACTOR_PRESSURE = 6;

  static final int REACTOR_TEMPERATURE = 8;
  static final int PURGE_RATE = 9;
  static final int PRODUCT_FLOW = 16;
  static final int STEAM_FLOW = 18;
  static final int COMPRESSOR_WORK = 19;
  static final int PURGE_ANALYSIS = 28;
  static final int PRODUCT_ANALYSIS = 36;

  static final double FT3_PER_M3 = 35.3145;

  private static final int FEED_ANALYSIS = 22;

  /** Thousand ft3 at standard conditions in a lb-mol, as the publication's program has it. */
  private static final double KSCF_PER_LBMOL = 0.359;

  private static final double KSCM_PER_LBMOL = KSCF_PER_LBMOL / FT3_PER_M3;
  private static final double KG_PER_LB = 0.454;
  private static final double TORR_PER_ATMOSPHERE = 760;
  private static final double KPA_PER_ATMOSPHERE = 101.325;

  /** Lb of steam that give 10^6 Btu. */
  private static final double STEAM_LB = 1_040;

  private static final double KW_PER_MBTU_H = 293.07;

  private Readings() {}

  /** Reads the plant as last evaluated. */
  static void read(Flowsheet plant, double[] state, double[] into) {
    flows(plant, into);
    vessels(plant, into);
    into[18] = plant.stripper.heat * STEAM_LB * KG_PER_LB;
    into[19] = plant.compressor.work * KW_PER_MBTU_H;
    into[20] = state[StateLayout.REACTOR_WATER];
    into[21] = state[StateLayout.CONDENSER_WATER];
    percent(plant.feedZone.outlet.fraction, Species.A, Species.F, into, FEED_ANALYSIS);
    percent(plant.separator.purge.fraction, Species.A, Species.H, into, PURGE_ANALYSIS);
    percent(plant.stripper.liquid, Species.D, Species.H, into, PRODUCT_ANALYSIS);
  }

  private static void flows(Flowsheet plant, double[] into) {
    Feeds feeds = plant.feeds;
    into[0] = feeds.a.flowLbmolH * KSCM_PER_LBMOL;
    into[1] = feeds.d.flowLbmolH * feeds.d.molarMass() * KG_PER_LB;
    into[2] = feeds.e.flowLbmolH * feeds.e.molarMass() * KG_PER_LB;
    into[3] = feeds.ac.flowLbmolH * KSCM_PER_LBMOL;
    into[4] = plant.compressor.recycle.flowLbmolH * KSCM_PER_LBMOL;
    into[5] = plant.feedZone.outlet.flowLbmolH * KSCM_PER_LBMOL;
    into[9] = plant.separator.purge.flowLbmolH * KSCM_PER_LBMOL;
    into[13] =
        plant.separator.underflow.flowLbmolH * plant.separator.content.molarVolume / FT3_PER_M3;
    into[16] = plant.stripper.product.flowLbmolH * plant.stripper.molarVolume / FT3_PER_M3;
  }

  private static void vessels(Flowsheet plant, double[] into) {
    TwoPhase reactor = plant.reactor.content;
    TwoPhase separator = plant.separator.content;
    into[6] = gaugeKpa(reactor.pressureTorr);
    into[7] = reactorLevel(reactor.liquidFt3);
    into[8] = reactor.temperatureC;
    into[10] = separator.temperatureC;
    into[11] = separatorLevel(separator.liquidFt3);
    into[12] = gaugeKpa(separator.pressureTorr);
    into[14] = stripperLevel(plant.stripper.liquidFt3);
    into[15] = gaugeKpa(plant.feedZone.pressureTorr);
    into[17] = plant.stripper.temperatureC;
  }

  private static double gaugeKpa(double torr) {
    return (torr - TORR_PER_ATMOSPHERE) / TORR_PER_ATMOSPHERE * KPA_PER_ATMOSPHERE;
  }

  /** In % of what the transmitter spans. */
  static double reactorLevel(double ft3) {
    return (ft3 - 84.6) / 666.7 * 100;
  }

  static double separatorLevel(double ft3) {
    return (ft3 - 27.5) / 290 * 100;
  }

  static double stripperLevel(double ft3) {
    return (ft3 - 78.25) / Stripper.FOOT_FT3 * 100;
  }

  private static void percent(double[] fraction, int first, int last, double[] into, int at) {
    for (int i = first; i <= last; i++) {
      into[at + i - first] = fraction[i] * 100;
    }
  }
}
