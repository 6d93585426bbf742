package org.bumpless.reports.compare;

/**
 * Something that a run has measured in time.
 *
 * @param name of it, the same in every run
 * @param lowNanos lower end of its interval; {@code -UNBOUNDED} if it has none
 * @param highNanos upper end; {@link #UNBOUNDED} if it has none
 * @param budgetNanos what it may be at most
 */
record Quantity(String name, long lowNanos, long highNanos, long budgetNanos) {
  static final long UNBOUNDED = Long.MAX_VALUE;

  /** By how much it may have changed since another run: from the least to the most. */
  Change since(Quantity before, double threshold) {
    return new Change(name, least(before), most(before), Math.round(threshold * budgetNanos));
  }

  private long least(Quantity before) {
    if (before.highNanos == UNBOUNDED || lowNanos == -UNBOUNDED) {
      return -UNBOUNDED;
    }
    return lowNanos - before.highNanos;
  }

  private long most(Quantity before) {
    if (highNanos == UNBOUNDED || before.lowNanos == -UNBOUNDED) {
      return UNBOUNDED;
    }
    return highNanos - before.lowNanos;
  }
}
