package org.bumpless.plant.engine.boiler;

/** Fuel, air and flame; the fire side of a boiler. Masses in kg, flows in kg/s. */
final class Furnace {
  /** Through the open fuel valve, and by the fan at full speed with its damper open. */
  static final double FUEL_MAX_KG_PER_S = 4;

  static final double AIR_MAX_KG_PER_S = 100;

  /** Air that a kg of fuel needs. */
  static final double AIR_PER_FUEL = 17.2;

  /** Air to fuel at the start, as a multiple of what is needed. */
  static final double USUAL_EXCESS = 1.15;

  private static final double HEATING_VALUE_J_PER_KG = 50e6;

  /** Share of the fuel's heat that the water gets. */
  private static final double EFFICIENCY = 0.85;

  private static final double COLD_KG_PER_M3 = 1.2;
  private static final double HOT_KG_PER_M3 = 0.3;

  /** Share of fuel in the gas, by mass, from which it explodes: 5 % of methane by volume. */
  private static final double EXPLOSIVE_SHARE = 0.0283;

  /** Clouds are richer than the mean of the furnace: half the share in the mean is enough. */
  private static final double MEAN_ENOUGH = 0.5;

  /** Least fuel that a flame lives on, and between which excesses of air. */
  private static final double FUEL_LEAST_KG_PER_S = 0.1;

  private static final double EXCESS_LEAST = 0.4;
  private static final double EXCESS_MOST = 5;

  /** What was left over burns within this time once there is air. */
  private static final double AFTERBURN_S = 1;

  /** An igniter burns steadily after this time. */
  static final double IGNITER_S = 1;

  /** A flame scanner sees a flame, and misses it, after these times. */
  private static final double SEEN_S = 0.5;

  private static final double MISSED_S = 1;

  private final double volumeM3;
  private final double heatShare;
  private final double stepS;

  Furnace(BoilerParameters built, double stepS) {
    volumeM3 = built.furnaceM3();
    heatShare = -StrictMath.expm1(-stepS / built.heatLagS());
    this.stepS = stepS;
  }

  /** Fuel flow that gives so much heat to the water, in kg/s. */
  static double fuelFor(double heatW) {
    return heatW / (HEATING_VALUE_J_PER_KG * EFFICIENCY);
  }

  /** Advances by one internal step; fuel and air flow as the state says. */
  void step(BoilerState now) {
    now.igniterS = now.igniterCommand > 0 && !now.exploded ? now.igniterS + stepS : 0;
    boolean spark = now.lit || igniterBurns(now);
    boolean airLeft = !now.lit || now.airKgPerS > AIR_PER_FUEL * now.fuelKgPerS;
    if (spark && airLeft && now.unburntKg >= explosiveKg(now)) {
      now.exploded = true;
    }
    flame(now);
    double wanted = now.fuelKgPerS + now.unburntKg / AFTERBURN_S;
    now.burntKgPerS = now.lit ? Math.min(wanted, now.airKgPerS / AIR_PER_FUEL) : 0;
    now.flushedKgPerS = now.unburntKg * now.airKgPerS / gasKg(now);
    now.unburntKg =
        Math.max(0, now.unburntKg + (now.fuelKgPerS - now.burntKgPerS - now.flushedKgPerS) * stepS);
    double heat = now.burntKgPerS * HEATING_VALUE_J_PER_KG * EFFICIENCY * now.heatingValue;
    now.heatW += (heat - now.heatW) * heatShare;
  }

  private void flame(BoilerState now) {
    double needed = AIR_PER_FUEL * now.fuelKgPerS;
    boolean burns =
        now.fuelKgPerS >= FUEL_LEAST_KG_PER_S
            && now.airKgPerS >= EXCESS_LEAST * needed
            && now.airKgPerS <= EXCESS_MOST * needed
            && !(now.flameLoss > 0)
            && !now.exploded
            && !now.tubesDamaged
            && !now.burst;
    boolean lit = burns && (now.lit || igniterBurns(now));
    now.flameS = lit == now.lit ? now.flameS + stepS : 0;
    now.lit = lit;
  }

  static boolean igniterBurns(BoilerState now) {
    return now.igniterS >= IGNITER_S;
  }

  /** Unburnt fuel that explodes once spark and air come to it. */
  private double explosiveKg(BoilerState now) {
    return EXPLOSIVE_SHARE * MEAN_ENOUGH * gasKg(now);
  }

  private double gasKg(BoilerState now) {
    return (now.lit ? HOT_KG_PER_M3 : COLD_KG_PER_M3) * volumeM3;
  }

  /** What a flame scanner says: a positive fault sees flames always, a negative one never. */
  static boolean sees(BoilerState now, double fault) {
    if (fault != 0) {
      return fault > 0;
    }
    return now.lit ? now.flameS >= SEEN_S : now.flameS < MISSED_S;
  }
}
