package org.bumpless.runner.sweep;

/**
 * What a conduit does to each telegram, in one direction.
 *
 * @param delayNanos mean delay, ns, 0 or above
 * @param jitterNanos half the width of the uniform spread about it, ns, at most the delay
 * @param loss share of telegrams that never arrive, 0 to 1
 */
record Passage(long delayNanos, long jitterNanos, double loss) {
  /** Nothing stands there. */
  static final Passage FREE = new Passage(0, 0, 0);

  /** Nothing gets through. */
  static final Passage CUT = new Passage(0, 0, 1);

  Passage {
    if (delayNanos < 0
        || jitterNanos < 0
        || jitterNanos > delayNanos
        || !(loss >= 0 && loss <= 1)) {
      throw new IllegalArgumentException(
          "passage of %d ns, jitter %d ns, loss %s: expected 0 or above, jitter up to the delay, loss 0 to 1"
              .formatted(delayNanos, jitterNanos, loss));
    }
  }

  static Passage delay(double nanos) {
    return new Passage(Math.round(nanos), 0, 0);
  }

  /** Delays anywhere between 0 and twice the figure. */
  static Passage jitter(double nanos) {
    return new Passage(Math.round(nanos), Math.round(nanos), 0);
  }

  static Passage loss(double share) {
    return new Passage(0, 0, share);
  }
}
