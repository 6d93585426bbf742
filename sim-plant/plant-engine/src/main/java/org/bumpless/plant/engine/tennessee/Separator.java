package org.bumpless.plant.engine.tennessee;

/** Condenser and separator: what condenses of the reactor's vapour is parted from the rest. */
final class Separator {
  private static final double VOLUME_FT3 = 3_500;
  private static final double USUAL_C = 80;

  /** 10^6 Btu/(h deg C). */
  private static final double COOLER = 0.404655;

  /** Flow at which half of the condenser's heat transfer is reached, lb-mol/h. */
  private static final double HALF_FLOW = 3_528.73;

  /** How much a fouled condenser loses at most (disturbance 18). */
  private static final double FOULING = 0.25;

  /** The flare's header, torr absolute. */
  private static final double ATMOSPHERE_TORR = 760;

  /** Lb/h through the purge valve per percent at a pressure difference of 1 torr. */
  private static final double PURGE = 0.151169;

  /** Lb-mol/h per percent of the valve. */
  private static final double UNDERFLOW = 15;

  final TwoPhase content = new TwoPhase(StateLayout.SEPARATOR, VOLUME_FT3, USUAL_C);

  /** Stream 9 of the figure. */
  final Stream purge = new Stream();

  /** To the stripper (stream 10 of the figure). */
  final Stream underflow = new Stream();

  /** Heat from the cooling water, 10^6 Btu/h; negative. */
  double heat;

  private final CoolingWater water = new CoolingWater(11_138);

  void evaluate(double[] state) {
    content.evaluate(state);
    purge.draw(content.vapour, content.temperatureC, HeatContent.VAPOUR);
    double drop = Math.max(0, content.pressureTorr - ATMOSPHERE_TORR);
    purge.flowLbmolH =
        state[StateLayout.VALVES + Valves.PURGE] * PURGE * Math.sqrt(drop) / purge.molarMass();
    underflow.draw(content.liquid, content.temperatureC, HeatContent.LIQUID);
    underflow.flowLbmolH = UNDERFLOW * state[StateLayout.VALVES + Valves.SEPARATOR];
  }

  void cool(Stream inlet, double waterC, Conditions outside) {
    double share = inlet.flowLbmolH / HALF_FLOW;
    double square = share * share;
    heat =
        COOLER
            * (1 - 1 / (1 + square * square))
            * (waterC - inlet.temperatureC)
            * (1 - FOULING * outside.condenserFouling);
  }

  void rates(Stream inlet, Stream recycle, double[] state, Conditions outside, double[] rates) {
    for (int i = 0; i < Species.COUNT; i++) {
      rates[StateLayout.SEPARATOR + i] =
          inlet.component(i) - recycle.component(i) - purge.component(i) - underflow.component(i);
    }
    rates[StateLayout.SEPARATOR + Species.COUNT] =
        inlet.heatFlow() - recycle.heatFlow() - purge.heatFlow() - underflow.heatFlow() + heat;
    rates[StateLayout.CONDENSER_WATER] =
        water.rate(
            12 * state[StateLayout.VALVES + Valves.CONDENSER_WATER],
            outside.condenserWaterC,
            state[StateLayout.CONDENSER_WATER],
            heat);
  }
}
