package org.bumpless.plant.engine.tennessee;

/** The reactor: a stirred vessel, cooled by a bundle that the liquid has to cover. */
final class Reactor {
  private static final double VOLUME_FT3 = 1_300;
  private static final double USUAL_C = 120;

  /** The bundle: how much of its height is covered, in % of this many ft3 a percent. */
  private static final double FT3_PER_PERCENT = 7.8;

  /** 10^6 Btu/(h deg C) with the bundle covered and the agitator's factor 1. */
  private static final double COOLER = 0.855490;

  /** How much a fouled bundle loses at most (disturbance 17). */
  private static final double FOULING = 0.35;

  /** Lb/h of vapour at a pressure difference of 1 torr. */
  private static final double OUTLET = 4_574.21;

  /** How much a clogged outlet loses at most (disturbance 20). */
  private static final double CLOGGING = 0.25;

  final TwoPhase content = new TwoPhase(StateLayout.REACTOR, VOLUME_FT3, USUAL_C);
  final Kinetics kinetics = new Kinetics();

  /** Of the vapour to the condenser (stream 7 of the figure). */
  final Stream outlet = new Stream();

  /** Heat from the cooling water, 10^6 Btu/h; negative. */
  double heat;

  private final CoolingWater water = new CoolingWater(7_060);

  void evaluate(double[] state, Conditions outside) {
    content.evaluate(state);
    kinetics.evaluate(content, outside.gSpeed, outside.hSpeed);
    outlet.draw(content.vapour, content.temperatureC, HeatContent.VAPOUR);
    double agitator = (state[StateLayout.VALVES + Valves.AGITATOR] + 150) / 100;
    heat =
        COOLER
            * covered()
            * (-0.5 * agitator * agitator + 2.75 * agitator - 2.5)
            * (state[StateLayout.REACTOR_WATER] - content.temperatureC)
            * (1 - FOULING * outside.reactorFouling);
  }

  private double covered() {
    double percent = content.liquidFt3 / FT3_PER_PERCENT;
    if (percent > 50) {
      return 1;
    }
    return percent < 10 ? 0 : 0.025 * percent - 0.25;
  }

  /** Lets the vapour out towards a pressure. */
  void discharge(double towardsTorr, Conditions outside) {
    double drop = Math.max(0, content.pressureTorr - towardsTorr);
    outlet.flowLbmolH =
        OUTLET * Math.sqrt(drop) * (1 - CLOGGING * outside.outletClogging) / outlet.molarMass();
  }

  void rates(Stream feed, double[] state, Conditions outside, double[] rates) {
    for (int i = 0; i < Species.COUNT; i++) {
      rates[StateLayout.REACTOR + i] = feed.component(i) - outlet.component(i) + kinetics.made[i];
    }
    rates[StateLayout.REACTOR + Species.COUNT] =
        feed.heatFlow() - outlet.heatFlow() + kinetics.heat + heat;
    rates[StateLayout.REACTOR_WATER] =
        water.rate(
            10 * state[StateLayout.VALVES + Valves.REACTOR_WATER],
            outside.reactorWaterC,
            state[StateLayout.REACTOR_WATER],
            heat);
  }
}
