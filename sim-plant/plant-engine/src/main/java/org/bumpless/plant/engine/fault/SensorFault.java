package org.bumpless.plant.engine.fault;

/**
 * What a transmitter shows instead of what it should. Values are in the unit of its signal and are
 * not limited to its span, which only the model knows.
 */
public sealed interface SensorFault extends Fault {

  /** Shows for good what it showed when the fault came: a blocked impulse line. */
  record Frozen() implements SensorFault {}

  /**
   * Shows one value: a transmitter in simulation mode, a wire on a box that lies.
   *
   * @param value in the signal's unit, finite
   */
  record StuckAt(double value) implements SensorFault {
    public StuckAt {
      Range.finite("sensor stuck at", value);
    }
  }

  /**
   * Shows too much by a constant: a wrong zero.
   *
   * @param by in the signal's unit, finite; negative shows too little
   */
  record Bias(double by) implements SensorFault {
    public Bias {
      Range.finite("sensor bias", by);
    }
  }

  /**
   * Shows more and more too much: fouling, an ageing cell.
   *
   * @param perSecond in the signal's unit per second, finite; negative shows less and less
   */
  record Drift(double perSecond) implements SensorFault {
    public Drift {
      Range.finite("sensor drift per second", perSecond);
    }
  }

  /**
   * Adds noise, anew every {@value History#PERIOD_MILLIS} ms: a loose shield.
   *
   * @param spread standard deviation, in the signal's unit, finite and not negative
   */
  record Noise(double spread) implements SensorFault {
    public Noise {
      Range.within("sensor noise spread", spread, 0, Double.MAX_VALUE);
    }
  }

  /**
   * Shows nothing.
   *
   * @param shown what the input card makes of it, in the signal's unit: not a number, or a value
   *     beyond the span
   */
  record Dead(double shown) implements SensorFault {
    /** A transmitter of which the card says that it is not there. */
    public Dead() {
      this(Double.NaN);
    }
  }

  /**
   * Shows again and again what it showed just before the fault came: a box on the wire that has
   * recorded and now plays back.
   *
   * @param windowS how much of the past, {@value History#PERIOD_S} to {@value History#LENGTH_S} s;
   *     where less has been seen, that
   */
  record Replay(double windowS) implements SensorFault {
    public Replay {
      Range.within("sensor replay window s", windowS, History.PERIOD_S, History.LENGTH_S);
    }
  }
}
