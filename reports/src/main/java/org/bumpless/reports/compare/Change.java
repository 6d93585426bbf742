package org.bumpless.reports.compare;

/**
 * The change of a quantity. Both runs' intervals go into it whole, so it is rather too wide than
 * too narrow: what is called a change is one.
 *
 * @param lowNanos the least that it may have risen by; negative if it may have fallen
 * @param highNanos the most
 * @param thresholdNanos a change that nobody minds
 */
record Change(String name, long lowNanos, long highNanos, long thresholdNanos) {

  /** What can be said of it. */
  enum Kind {
    UNCHANGED,
    SLOWER,
    FASTER,
    UNDECIDED
  }

  /**
   * Slower or faster only by more than the threshold for certain; unchanged only if it is within
   * the threshold for certain.
   */
  Kind kind() {
    if (lowNanos > thresholdNanos) {
      return Kind.SLOWER;
    }
    if (highNanos < -thresholdNanos) {
      return Kind.FASTER;
    }
    return lowNanos >= -thresholdNanos && highNanos <= thresholdNanos
        ? Kind.UNCHANGED
        : Kind.UNDECIDED;
  }
}
