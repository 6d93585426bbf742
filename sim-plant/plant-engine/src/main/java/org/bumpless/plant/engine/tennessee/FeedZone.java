package org.bumpless.plant.engine.tennessee;

/**
 * Where the gaseous feeds, the stripper's overhead and the recycle meet before the reactor: a
 * volume of vapour.
 */
final class FeedZone {
  private static final double VOLUME_FT3 = 5_000;
  private static final double USUAL_C = 86;

  /** Lb/h into the reactor at a pressure difference of 1 torr. */
  private static final double OUTLET = 1_937.6;

  /** To the reactor (stream 6). */
  final Stream outlet = new Stream();

  double pressureTorr;

  private final double[] vapour = new double[Species.COUNT];

  void evaluate(double[] state) {
    double moles = 0;
    for (int i = 0; i < Species.COUNT; i++) {
      moles += state[StateLayout.FEED_ZONE + i];
    }
    for (int i = 0; i < Species.COUNT; i++) {
      vapour[i] = state[StateLayout.FEED_ZONE + i] / moles;
    }
    double temperatureC =
        HeatContent.VAPOUR.temperatureOfEnergyC(
            vapour, state[StateLayout.FEED_ZONE + Species.COUNT] / moles, USUAL_C);
    pressureTorr =
        moles * TwoPhase.GAS_CONSTANT * (temperatureC + TwoPhase.ZERO_CELSIUS_K) / VOLUME_FT3;
    outlet.draw(vapour, temperatureC, HeatContent.VAPOUR);
  }

  /** Lets the vapour out towards a pressure. */
  void discharge(double towardsTorr) {
    double drop = Math.max(0, pressureTorr - towardsTorr);
    outlet.flowLbmolH = OUTLET * Math.sqrt(drop) / outlet.molarMass();
  }

  void rates(Feeds feeds, Stream overhead, Stream recycle, double[] rates) {
    for (int i = 0; i < Species.COUNT; i++) {
      rates[StateLayout.FEED_ZONE + i] =
          feeds.d.component(i)
              + feeds.e.component(i)
              + feeds.a.component(i)
              + overhead.component(i)
              + recycle.component(i)
              - outlet.component(i);
    }
    rates[StateLayout.FEED_ZONE + Species.COUNT] =
        feeds.d.heatFlow()
            + feeds.e.heatFlow()
            + feeds.a.heatFlow()
            + overhead.heatFlow()
            + recycle.heatFlow()
            - outlet.heatFlow();
  }
}
