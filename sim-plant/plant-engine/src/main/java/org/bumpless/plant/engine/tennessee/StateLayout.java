package org.bumpless.plant.engine.tennessee;

/** Where what stands among the fifty states, numbered from 0 in the order of the publication. */
final class StateLayout {
  /** Moles of A to H and heat: nine of each vessel. */
  static final int REACTOR = 0;

  static final int SEPARATOR = 9;
  static final int STRIPPER = 18;
  static final int FEED_ZONE = 27;

  /** Temperatures of the cooling water, deg C. */
  static final int REACTOR_WATER = 36;

  static final int CONDENSER_WATER = 37;

  /** Positions, %. */
  static final int VALVES = 38;

  static final int COUNT = 50;

  private StateLayout() {}
}
