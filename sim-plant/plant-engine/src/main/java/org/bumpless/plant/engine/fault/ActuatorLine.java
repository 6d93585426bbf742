package org.bumpless.plant.engine.fault;

import org.bumpless.plant.engine.solver.Lag;
import org.jspecify.annotations.Nullable;

/** The wire of an actuator that has a fault. */
final class ActuatorLine implements Cloneable {
  private final ActuatorFault fault;
  private final @Nullable Lag lag;
  private double wanted;
  private double position;

  /**
   * @param wanted what the controller commands
   * @param position the command that has reached the actuator, in the signal's unit
   */
  ActuatorLine(ActuatorFault fault, double wanted, double position) {
    this.fault = fault;
    this.wanted = wanted;
    this.position = position;
    lag = fault instanceof ActuatorFault.Slow(double timeConstantS) ? new Lag(timeConstantS) : null;
  }

  ActuatorFault fault() {
    return fault;
  }

  double wanted() {
    return wanted;
  }

  void want(double value) {
    wanted = value;
  }

  /** Whether the actuator goes on by itself between commands. */
  boolean moves() {
    return lag != null;
  }

  /** What is not a finite number is followed as 0. */
  void advance(double seconds) {
    if (lag != null) {
      double target = Double.isFinite(wanted) ? wanted : 0;
      position += (target - position) * lag.over(seconds);
    }
  }

  /** Whether nothing that is commanded arrives. */
  boolean deaf() {
    return fault instanceof ActuatorFault.Stuck;
  }

  /** The command that the process gets. */
  double reached() {
    return switch (fault) {
      case ActuatorFault.Stuck _, ActuatorFault.Slow _ -> position;
      case ActuatorFault.LimitedTravel(double low, double high) -> Math.clamp(wanted, low, high);
      case ActuatorFault.Offset(double by) -> wanted + by;
      case ActuatorFault.Dead _ -> Double.NaN;
    };
  }

  ActuatorLine copy() {
    try {
      return (ActuatorLine) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
