package org.bumpless.plant.engine.boiler;

import org.bumpless.plant.engine.solver.Derivatives;
import org.bumpless.plant.engine.solver.RungeKutta4;

/**
 * Water and steam from feedwater to steam line: drum, downcomers, risers. SI units; model and
 * figures of Astrom and Bell (2000), see the package.
 */
final class Drum implements Derivatives {
  /**
   * Places in the state: Pa, m3 of water, share of steam at the risers' end, m3 under the level.
   */
  static final int PRESSURE = 0;

  static final int WATER = 1;
  static final int QUALITY = 2;
  static final int BUBBLES = 3;
  static final int STATES = 4;

  static final double DRUM_M3 = 40;
  static final double RISER_M3 = 37;
  static final double DOWNCOMER_M3 = 11;
  static final double TOTAL_M3 = DRUM_M3 + RISER_M3 + DOWNCOMER_M3;
  static final double DRUM_M2 = 20;

  static final double METAL_KG = 300_000;
  private static final double RISER_METAL_KG = 160_000;
  private static final double DRUM_METAL_KG = METAL_KG - RISER_METAL_KG;
  static final double METAL_J_PER_KG_K = 550;

  private static final double DOWNCOMER_M2 = 0.3823;
  private static final double FRICTION = 25;
  private static final double GRAVITY_M_PER_S2 = 9.81;

  /** Share of the risers' swell that leaves through the surface at once. */
  private static final double BETA = 0.3;

  /** Time that steam takes through the water of the drum. */
  private static final double RESIDENCE_S = 12;

  /** Steam under the level if no feedwater condensed any. */
  private static final double BUBBLES_WITHOUT_FEED_M3 = 7.66;

  /** Height of water and bubbles at the normal level. */
  static final double NORMAL_M = 1.2003;

  private static final double QUALITY_LEAST = 1e-5;
  private static final double SERIES_BELOW = 1e-3;

  private final SteamTable table;
  private final RungeKutta4 solver = new RungeKutta4(STATES);
  private final Saturated now = new Saturated();

  private double steamShare;
  private double steamShareByQuality;
  private double steamShareByPressure;

  private double feedKgPerS;
  private double feedJPerKg;
  private double steamKgPerS;
  private double waterOutKgPerS;
  private double heatW;

  Drum(SteamTable table) {
    this.table = table;
  }

  /** What crosses the boundary from now on: kg/s, J/kg, W; water that leaves is carried over. */
  void boundary(
      double feedKgPerS,
      double feedJPerKg,
      double steamKgPerS,
      double waterOutKgPerS,
      double heatW) {
    this.feedKgPerS = feedKgPerS;
    this.feedJPerKg = feedJPerKg;
    this.steamKgPerS = steamKgPerS;
    this.waterOutKgPerS = waterOutKgPerS;
    this.heatW = heatW;
  }

  void advance(double seconds, double[] state) {
    solver.advance(this, 0, seconds, state);
    state[PRESSURE] = Math.clamp(state[PRESSURE], 1.0e5, SteamTable.HIGHEST_PA);
    state[WATER] = Math.clamp(state[WATER], 1, TOTAL_M3 - 0.1);
    state[QUALITY] = Math.clamp(state[QUALITY], QUALITY_LEAST, 0.95);
    state[BUBBLES] = Math.clamp(state[BUBBLES], 0, DRUM_M3);
  }

  @Override
  public void at(double seconds, double[] state, double[] rates) {
    look(state);
    double pressureRate = globalBalances(state, rates);
    double qualityRate = risers(state, pressureRate);
    rates[QUALITY] = qualityRate;
    rates[BUBBLES] = bubbles(state, pressureRate, qualityRate);
  }

  /** Mass and energy of the whole; returns the rate of the pressure. */
  private double globalBalances(double[] state, double[] rates) {
    double water = state[WATER];
    double steam = TOTAL_M3 - water;
    double massByWater = now.waterDensity - now.steamDensity;
    double massByPressure = water * now.waterDensitySlope + steam * now.steamDensitySlope;
    double energyByWater =
        now.waterDensity * now.waterEnthalpy - now.steamDensity * now.steamEnthalpy;
    double energyByPressure =
        water
                * (now.waterEnthalpy * now.waterDensitySlope
                    + now.waterDensity * now.waterEnthalpySlope)
            + steam
                * (now.steamEnthalpy * now.steamDensitySlope
                    + now.steamDensity * now.steamEnthalpySlope)
            - TOTAL_M3
            + METAL_KG * METAL_J_PER_KG_K * now.kelvinSlope;
    double mass = feedKgPerS - steamKgPerS - waterOutKgPerS;
    double energy =
        heatW
            + feedKgPerS * feedJPerKg
            - steamKgPerS * now.steamEnthalpy
            - waterOutKgPerS * now.waterEnthalpy;
    double determinant = massByWater * energyByPressure - massByPressure * energyByWater;
    rates[WATER] = (mass * energyByPressure - massByPressure * energy) / determinant;
    rates[PRESSURE] = (massByWater * energy - energyByWater * mass) / determinant;
    return rates[PRESSURE];
  }

  /** Energy of the risers without what their mass balance says; returns the rate of the quality. */
  private double risers(double[] state, double pressureRate) {
    double quality = quality(state);
    double heat = now.evaporation();
    double waterShare = 1 - steamShare;
    double byPressure =
        heat
                * (1 - quality)
                * RISER_M3
                * (steamShare * now.steamDensitySlope + now.steamDensity * steamShareByPressure)
            + now.steamDensity * steamShare * RISER_M3 * now.steamEnthalpySlope
            - quality
                * heat
                * RISER_M3
                * (waterShare * now.waterDensitySlope - now.waterDensity * steamShareByPressure)
            + now.waterDensity * waterShare * RISER_M3 * now.waterEnthalpySlope
            - RISER_M3
            + RISER_METAL_KG * METAL_J_PER_KG_K * now.kelvinSlope;
    double byQuality =
        ((1 - quality) * now.steamDensity + quality * now.waterDensity)
            * heat
            * RISER_M3
            * steamShareByQuality;
    double rest = heatW - quality * heat * downcomerFlow() - byPressure * pressureRate;
    return rest / byQuality;
  }

  /** Mass of the steam under the level; returns the rate of its volume. */
  private double bubbles(double[] state, double pressureRate, double qualityRate) {
    double under = state[BUBBLES];
    double drumWater = drumWater(state);
    double heat = now.evaporation();
    double riserByPressure =
        RISER_M3
            * (steamShare * now.steamDensitySlope
                + (1 - steamShare) * now.waterDensitySlope
                + (now.steamDensity - now.waterDensity) * steamShareByPressure);
    double riserByQuality = RISER_M3 * (now.steamDensity - now.waterDensity) * steamShareByQuality;
    double condensing =
        (now.steamDensity * under * now.steamEnthalpySlope
                + now.waterDensity * drumWater * now.waterEnthalpySlope
                - under
                - drumWater
                + DRUM_METAL_KG * METAL_J_PER_KG_K * now.kelvinSlope)
            / heat;
    double swell = quality(state) * (1 + BETA);
    double rest =
        now.steamDensity / RESIDENCE_S * (BUBBLES_WITHOUT_FEED_M3 - under)
            + (feedJPerKg - now.waterEnthalpy) / heat * feedKgPerS
            - (under * now.steamDensitySlope + condensing + swell * riserByPressure) * pressureRate
            - swell * riserByQuality * qualityRate;
    return rest / now.steamDensity;
  }

  /**
   * Properties at a state, and the steam's share of the risers' volume with its slopes: quality
   * rises evenly along the risers.
   */
  private void look(double[] state) {
    table.at(state[PRESSURE], now);
    double quality = quality(state);
    double difference = now.waterDensity - now.steamDensity;
    double ratio = difference / now.steamDensity;
    double eta = quality * ratio;
    double log = StrictMath.log1p(eta);
    double filled =
        eta < SERIES_BELOW ? eta / 2 - eta * eta / 3 + eta * eta * eta / 4 : 1 - log / eta;
    double slope =
        eta < SERIES_BELOW
            ? 0.5 - 2 * eta / 3 + 3 * eta * eta / 4
            : (log / eta - 1 / (1 + eta)) / eta;
    double factor = now.waterDensity / difference;
    double factorByPressure =
        (now.waterDensity * now.steamDensitySlope - now.steamDensity * now.waterDensitySlope)
            / (difference * difference);
    double ratioByPressure =
        (now.waterDensitySlope * now.steamDensity - now.waterDensity * now.steamDensitySlope)
            / (now.steamDensity * now.steamDensity);
    steamShare = factor * filled;
    steamShareByQuality = factor * slope * ratio;
    steamShareByPressure = factorByPressure * filled + factor * slope * quality * ratioByPressure;
  }

  private static double quality(double[] state) {
    return Math.max(QUALITY_LEAST, state[QUALITY]);
  }

  private double downcomerFlow() {
    return Math.sqrt(
        2
            * now.waterDensity
            * DOWNCOMER_M2
            * (now.waterDensity - now.steamDensity)
            * GRAVITY_M_PER_S2
            * steamShare
            * RISER_M3
            / FRICTION);
  }

  private double drumWater(double[] state) {
    return state[WATER] - DOWNCOMER_M3 - (1 - steamShare) * RISER_M3;
  }

  /** Circulation through the downcomers, in kg/s. */
  double downcomerFlow(double[] state) {
    look(state);
    return downcomerFlow();
  }

  /** Height of the level above the normal one, in m; at most the drum is full, at least empty. */
  double level(double[] state) {
    look(state);
    double filledM3 = Math.clamp(drumWater(state) + state[BUBBLES], 0, DRUM_M3);
    return filledM3 / DRUM_M2 - NORMAL_M;
  }

  /** Properties at a state; valid until the next call. */
  Saturated properties(double[] state) {
    table.at(state[PRESSURE], now);
    return now;
  }

  /** Fills in the steady state with the normal level for what crosses the boundary now. */
  void balance(double pressurePa, double[] state) {
    state[PRESSURE] = pressurePa;
    double low = QUALITY_LEAST;
    double high = 0.9;
    for (int i = 0; i < 100; i++) {
      state[QUALITY] = (low + high) / 2;
      look(state);
      if (state[QUALITY] * now.evaporation() * downcomerFlow() < heatW) {
        low = state[QUALITY];
      } else {
        high = state[QUALITY];
      }
    }
    look(state);
    state[BUBBLES] =
        BUBBLES_WITHOUT_FEED_M3
            - RESIDENCE_S
                * (now.waterEnthalpy - feedJPerKg)
                * feedKgPerS
                / (now.evaporation() * now.steamDensity);
    state[WATER] = NORMAL_M * DRUM_M2 - state[BUBBLES] + DOWNCOMER_M3 + (1 - steamShare) * RISER_M3;
  }
}
