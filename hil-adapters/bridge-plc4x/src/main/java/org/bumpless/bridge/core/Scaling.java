package org.bumpless.bridge.core;

import org.bumpless.plant.model.BridgeSpec.Point;

/** From the numbers of a real controller to those of the plant, and back. */
final class Scaling {
  /** Less than one step of a whole number. */
  private static final double WITHIN_STEP = 0.25;

  /** The rounding of a 32-bit number, with some room. */
  private static final double RELATIVE = 1e-6;

  private Scaling() {}

  static double toTag(Point point, double raw) {
    return raw * point.scale() + point.offset();
  }

  /**
   * @param whole whether the controller keeps a whole number
   */
  static double toRaw(Point point, double value, boolean whole) {
    double raw = (value - point.offset()) / point.scale();
    return whole ? Math.rint(raw) : raw;
  }

  /** Whether a number that was read back is the one that was written. */
  static boolean same(double read, double written, boolean whole) {
    double tolerance = whole ? WITHIN_STEP : RELATIVE * Math.max(1, Math.abs(written));
    return Math.abs(read - written) <= tolerance;
  }
}
