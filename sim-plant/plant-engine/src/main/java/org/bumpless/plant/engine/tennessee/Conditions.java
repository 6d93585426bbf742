package org.bumpless.plant.engine.tennessee;

/** What the world outside gives the plant now; set by {@link Disturbances}. */
final class Conditions {
  /** Mole fractions of the A and C feed. */
  double feedA;

  double feedB;
  double dFeedC;
  double acFeedC;

  /** Cooling water as it comes in. */
  double reactorWaterC;

  double condenserWaterC;

  /** Speed of the reactions to G and H, 1 is usual. */
  double gSpeed;

  double hSpeed;

  /** How much better the steam heats than usual, 0 is usual. */
  double steamSupply;

  /** 0 is clean, 1 is the worst. */
  double reactorFouling;

  double condenserFouling;
  double outletClogging;

  /** 0 or 1. */
  double aFeedLoss;

  double headerLoss;

  /** With no disturbance. */
  static Conditions usual() {
    Conditions usual = new Conditions();
    new Disturbances(0, "usual").at(0, usual);
    return usual;
  }
}
