package org.bumpless.runner.sweep;

/**
 * How a trial ended.
 *
 * @param use share of the limit that was used, 0 or above; at 1 it is left, for a full tank shows
 *     no more
 * @param why which limit was used most, in words
 */
record Outcome(double use, String why) {
  static final Outcome WELL = new Outcome(0, "");
  private static final double MOST = 2;

  boolean kept() {
    return use < 1;
  }

  /** The worse of two. */
  Outcome and(double otherUse, String otherWhy) {
    double capped = otherUse < MOST ? Math.max(0, otherUse) : MOST;
    return capped > use ? new Outcome(capped, otherWhy) : this;
  }
}
