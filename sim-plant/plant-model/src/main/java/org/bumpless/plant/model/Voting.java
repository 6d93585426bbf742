package org.bumpless.plant.model;

import java.util.Locale;

/**
 * How many of the sensors of a safety function have to demand a trip (IEC 61511-1, 3.2.45: M out of
 * N).
 *
 * <p>A sensor that is known to have failed has no vote, and the function goes on with those that
 * are left: 2oo3 becomes 1oo2, then 1oo1; 2oo2 and 1oo2 become 1oo1. When none is left the function
 * trips.
 */
public enum Voting {
  ONE_OUT_OF_ONE(1, 1),
  ONE_OUT_OF_TWO(1, 2),
  TWO_OUT_OF_TWO(2, 2),
  TWO_OUT_OF_THREE(2, 3);

  private final int needed;
  private final int sensors;

  Voting(int needed, int sensors) {
    this.needed = needed;
    this.sensors = sensors;
  }

  /** Number of sensors that vote. */
  public int sensors() {
    return sensors;
  }

  /**
   * Whether the function trips.
   *
   * @param demanding sound sensors beyond the limit
   * @param failed sensors that are known to have failed
   */
  public boolean trips(int demanding, int failed) {
    return failed >= sensors || demanding >= Math.max(1, needed - failed);
  }

  /** As plant files write it, for example {@code 2oo3}. */
  public String label() {
    return "%doo%d".formatted(needed, sensors).toLowerCase(Locale.ROOT);
  }
}
