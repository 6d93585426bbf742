package org.bumpless.plant.engine.tennessee;

/** The four fresh feeds, named for what is in them (Downs and Vogel 1993, Table 1). */
final class Feeds {
  private static final double FEED_C = 45;
  private static final double PURITY = 0.9999;

  /** Lb-mol/h per percent of the valve. */
  private static final double D_VALVE = 4;

  private static final double E_VALVE = 4;
  private static final double A_VALVE = 1;
  private static final double AC_VALVE = 15;

  /** What the A and C header loses when its pressure is lost (disturbance 7). */
  private static final double HEADER_LOSS = 0.2;

  /** Keeps the stripper's gas above none, lb-mol/h. */
  private static final double LEAK = 1e-10;

  /** Stream 2 of the figure. */
  final Stream d = new Stream();

  /** Stream 3. */
  final Stream e = new Stream();

  /** Stream 1. */
  final Stream a = new Stream();

  /** Stream 4, which goes to the stripper. */
  final Stream ac = new Stream();

  Feeds() {
    d.fraction[Species.B] = 1 - PURITY;
    d.fraction[Species.D] = PURITY;
    e.fraction[Species.E] = PURITY;
    e.fraction[Species.F] = 1 - PURITY;
    a.fraction[Species.A] = PURITY;
    a.fraction[Species.B] = 1 - PURITY;
    e.heat(FEED_C, HeatContent.VAPOUR);
    a.heat(FEED_C, HeatContent.VAPOUR);
  }

  void evaluate(double[] state, Conditions outside) {
    d.flowLbmolH = D_VALVE * state[StateLayout.VALVES + Valves.D_FEED];
    e.flowLbmolH = E_VALVE * state[StateLayout.VALVES + Valves.E_FEED];
    a.flowLbmolH = A_VALVE * state[StateLayout.VALVES + Valves.A_FEED] * (1 - outside.aFeedLoss);
    ac.flowLbmolH =
        AC_VALVE
                * state[StateLayout.VALVES + Valves.AC_FEED]
                * (1 - HEADER_LOSS * outside.headerLoss)
            + LEAK;
    ac.fraction[Species.A] = outside.feedA;
    ac.fraction[Species.B] = outside.feedB;
    ac.fraction[Species.C] = 1 - outside.feedA - outside.feedB;
    d.heat(outside.dFeedC, HeatContent.VAPOUR);
    ac.heat(outside.acFeedC, HeatContent.VAPOUR);
  }
}
