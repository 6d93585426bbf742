package org.bumpless.plant.engine.fault;

/**
 * What an actuator does with its command instead of following it. The model's own dynamics and
 * range come on top.
 */
public sealed interface ActuatorFault extends Fault {
  /** The slowest actuator, in s. */
  double TIME_CONSTANT_MAX_S = 1e6;

  /** Stays at the last command that reached it: a jammed stem. */
  record Stuck() implements ActuatorFault {}

  /**
   * Follows with a first-order lag: sticky packing, low air pressure.
   *
   * @param timeConstantS 0.001 to {@value #TIME_CONSTANT_MAX_S} s
   */
  record Slow(double timeConstantS) implements ActuatorFault {
    public Slow {
      Range.within("actuator time constant s", timeConstantS, 0.001, TIME_CONSTANT_MAX_S);
    }
  }

  /**
   * Reaches only a part of its travel: a foreign body in the seat, a mechanical stop.
   *
   * @param low least command that it follows, in the signal's unit, finite
   * @param high greatest, not below it
   */
  record LimitedTravel(double low, double high) implements ActuatorFault {
    public LimitedTravel {
      Range.finite("actuator travel from", low);
      Range.within("actuator travel to", high, low, Double.MAX_VALUE);
    }
  }

  /**
   * Goes to its command plus a constant: a positioner out of adjustment.
   *
   * @param by in the signal's unit, finite
   */
  record Offset(double by) implements ActuatorFault {
    public Offset {
      Range.finite("actuator offset", by);
    }
  }

  /** Gets no command any more and goes where its model lets it fall: closed, off. */
  record Dead() implements ActuatorFault {}
}
