package org.bumpless.plant.engine.unit;

/** What actuators make of commands: what is not a finite number closes or switches off. */
public final class Commands {
  private static final double ON = 0.5;

  private Commands() {}

  /** A control valve's opening, 0 to 100 %. */
  public static double percent(double value) {
    return Double.isFinite(value) ? Math.clamp(value, 0, 100) : 0;
  }

  /** Whether something is switched on, or open that has no place in between. */
  public static boolean on(double value) {
    return Double.isFinite(value) && value >= ON;
  }
}
