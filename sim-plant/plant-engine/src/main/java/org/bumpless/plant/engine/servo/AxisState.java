package org.bumpless.plant.engine.servo;

/** Everything that changes in an axis apart from its random stream. */
final class AxisState implements Cloneable {
  double referenceMm;
  double torqueNm;
  boolean enabled = true;
  double loadTorqueNm;
  double dryFrictionNm;

  double positionMm;
  double speedRadPerS;
  double motorTorqueNm;
  boolean faulted;

  /** Hardest hit on an end stop so far. */
  double impactMmPerS;

  /** What the encoder shows. */
  double shownMm;

  double shownMmPerS;

  AxisState copy() {
    try {
      return (AxisState) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
