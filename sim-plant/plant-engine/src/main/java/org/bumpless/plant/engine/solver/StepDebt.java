package org.bumpless.plant.engine.solver;

/**
 * Cuts time into whole steps of one length, in integer nanoseconds: what is left over comes with
 * the next time, so that no bit of a model depends on how the bench cuts it.
 */
public final class StepDebt {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long stepNanos;
  private long owedNanos;

  /**
   * @param stepNanos length of a step, above 0
   */
  public StepDebt(long stepNanos) {
    if (stepNanos <= 0) {
      throw new IllegalArgumentException("step of " + stepNanos + " ns: expected more than 0");
    }
    this.stepNanos = stepNanos;
  }

  /**
   * Time that is to be covered from now on.
   *
   * @param seconds above 0
   * @throws IllegalArgumentException if it is not
   */
  public void add(double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("step of " + seconds + " s: expected more than 0");
    }
    owedNanos += Math.round(seconds * NANOS_PER_SECOND);
  }

  /** Whether a whole step is due; it counts as done then. */
  public boolean take() {
    if (owedNanos < stepNanos) {
      return false;
    }
    owedNanos -= stepNanos;
    return true;
  }

  /** Time that no step has covered yet, for a snapshot. */
  public long owedNanos() {
    return owedNanos;
  }

  /** Goes back to what was owed earlier. */
  public void restore(long earlierNanos) {
    owedNanos = earlierNanos;
  }
}
