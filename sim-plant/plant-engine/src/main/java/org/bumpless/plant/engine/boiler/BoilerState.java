package org.bumpless.plant.engine.boiler;

/** Everything that changes in a boiler apart from its instruments; positions from 0 to 1. */
final class BoilerState implements Cloneable {
  double feedwaterCommand;
  double steamCommand;
  double fuelCommand;
  double damperCommand;
  double fanCommand;
  double igniterCommand;
  double shutoffACommand;
  double shutoffBCommand;

  double feedwaterOpen;
  double steamOpen;
  double fuelOpen;
  double damperOpen;
  double fanSpeed;
  double shutoffAOpen;
  double shutoffBOpen;
  boolean safetyOpen;

  /** Flows during the last internal step, in kg/s. */
  double feedKgPerS;

  double steamKgPerS;
  double safetyKgPerS;
  double carryKgPerS;
  double fuelKgPerS;
  double airKgPerS;
  double burntKgPerS;
  double flushedKgPerS;

  double unburntKg;
  boolean lit;

  /** Since the igniter was switched on, since the flame came or went: in s. */
  double igniterS;

  double flameS;
  double heatW;
  boolean exploded;

  double lowWaterS;
  boolean tubesDamaged;
  boolean burst;
  double carriedOverKg;

  double feedwaterCelsius;
  double feedwaterJPerKg;
  double feedwaterAvailable = 1;
  double heatingValue = 1;
  double leakKgPerS;
  double flameLoss;
  double detectorAFault;
  double detectorBFault;
  double safetyStuck;
  double levelAOffsetMm;
  double levelBOffsetMm;
  double levelCOffsetMm;
  double pressureAOffsetKpa;
  double pressureBOffsetKpa;
  double pressureCOffsetKpa;

  /** States of the drum, in its order. */
  private double[] drum = new double[Drum.STATES];

  double[] drum() {
    return drum;
  }

  BoilerState copy() {
    try {
      BoilerState copy = (BoilerState) clone();
      copy.drum = drum.clone();
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
