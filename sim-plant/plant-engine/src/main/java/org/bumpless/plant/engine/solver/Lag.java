package org.bumpless.plant.engine.solver;

/**
 * A first-order lag, solved exactly over a step: a positioner, a drive, a filter. It remembers what
 * it worked out for the last length of step, for a plant takes the same one again and again.
 */
public final class Lag {
  private final double timeConstantS;
  private double lastSeconds = Double.NaN;
  private double lastShare;

  /**
   * @param timeConstantS above 0
   */
  public Lag(double timeConstantS) {
    this.timeConstantS = timeConstantS;
  }

  /** The part of the way, 0 to 1, that it covers in a step. */
  public double over(double seconds) {
    if (seconds != lastSeconds) {
      lastSeconds = seconds;
      lastShare = -StrictMath.expm1(-seconds / timeConstantS);
    }
    return lastShare;
  }
}
