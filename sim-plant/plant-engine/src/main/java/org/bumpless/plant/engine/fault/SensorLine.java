package org.bumpless.plant.engine.fault;

import org.bumpless.plant.engine.random.SeededStream;

/** The wire of a sensor that has a fault. */
final class SensorLine implements Cloneable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final SensorFault fault;
  private final double held;
  private final double[] window;
  private long sinceNanos;
  private double noise;

  /**
   * @param held what the sensor showed when the fault came
   * @param window what it showed before, oldest first; read by a replay only
   */
  SensorLine(SensorFault fault, double held, double[] window) {
    this.fault = fault;
    this.held = held;
    this.window = window;
  }

  SensorFault fault() {
    return fault;
  }

  void advance(double seconds) {
    sinceNanos += Math.round(seconds * NANOS_PER_SECOND);
  }

  /** Draws what noise there is until the next time; other faults draw nothing. */
  void refresh(SeededStream random) {
    if (fault instanceof SensorFault.Noise(double spread)) {
      noise = spread * random.nextGaussian();
    }
  }

  /** What arrives at the controller when the transmitter itself shows this. */
  double shown(double healthy) {
    return switch (fault) {
      case SensorFault.Frozen() -> held;
      case SensorFault.StuckAt(double value) -> value;
      case SensorFault.Bias(double by) -> healthy + by;
      case SensorFault.Drift(double perSecond) ->
          healthy + perSecond * (sinceNanos / NANOS_PER_SECOND);
      case SensorFault.Noise _ -> healthy + noise;
      case SensorFault.Dead(double value) -> value;
      case SensorFault.Replay _ -> replayed();
    };
  }

  private double replayed() {
    return window.length == 0
        ? held
        : window[(int) (sinceNanos / History.PERIOD_NANOS % window.length)];
  }

  SensorLine copy() {
    try {
      return (SensorLine) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
