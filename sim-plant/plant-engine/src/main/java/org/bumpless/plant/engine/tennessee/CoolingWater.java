package org.bumpless.plant.engine.tennessee;

/** The water in a cooler, well mixed. */
final class CoolingWater {
  /** Lb/h in a US gallon a minute. */
  private static final double LB_H_PER_GPM = 500.53;

  private static final double BTU = 1e6;
  private static final double FAHRENHEIT = 1.8;

  private final double holdUpLb;

  CoolingWater(double holdUpLb) {
    this.holdUpLb = holdUpLb;
  }

  /**
   * How fast its temperature rises, in deg C/h.
   *
   * @param taken heat that the process gets from the water, 10^6 Btu/h; negative when it is cooled
   */
  double rate(double flowGpm, double inletC, double outletC, double taken) {
    return (flowGpm * LB_H_PER_GPM * (inletC - outletC) - taken * BTU / FAHRENHEIT) / holdUpLb;
  }
}
