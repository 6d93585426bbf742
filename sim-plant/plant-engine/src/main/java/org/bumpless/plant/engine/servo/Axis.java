package org.bumpless.plant.engine.servo;

import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.unit.Commands;

/** One axis: motor, screw, slide, encoder, and the drive's own supervision. */
final class Axis {
  /** Length of an internal step. */
  static final long STEP_NANOS = 100_000;

  private static final double STEP_S = STEP_NANOS * 1e-9;

  private final AxisParameters built;
  private final SeededStream random;
  private final double currentShare;

  /** Share of a difference of speed that friction takes in a step. */
  private final double speedShare;

  private final double mmPerRad;
  private AxisState now = new AxisState();

  /** An axis that stands in the middle, switched on. */
  Axis(AxisParameters built, SeededStream random) {
    this.built = built;
    this.random = random;
    currentShare = -StrictMath.expm1(-STEP_S / built.currentLoopS());
    speedShare = -StrictMath.expm1(-STEP_S * built.viscousNmS() / built.inertiaKgM2());
    mmPerRad = built.screwPitchMm() / (2 * Math.PI);
  }

  /** Advances by one internal step. */
  void step() {
    supervise();
    boolean driven = now.enabled && !now.faulted;
    double wanted = driven ? now.torqueNm : 0;
    now.motorTorqueNm += (wanted - now.motorTorqueNm) * currentShare;
    move(now.dryFrictionNm + (driven ? 0 : built.brakeNm()));
    stop();
    double noisyMm = now.positionMm + built.encoderNoiseMm() * random.nextGaussian();
    now.shownMm = Math.rint(noisyMm / built.encoderResolutionMm()) * built.encoderResolutionMm();
    now.shownMmPerS = velocityMmPerS() + built.velocityNoiseMmPerS() * random.nextGaussian();
  }

  /** The drive compares set-point and position, as long as it is on. */
  private void supervise() {
    double error = Math.abs(now.referenceMm - now.positionMm);
    if (now.enabled && error > built.followingErrorMaxMm()) {
      now.faulted = true;
    }
  }

  /**
   * Moves the slide under a constant torque, exactly but for the moment at which dry friction
   * brings it to a stand.
   */
  private void move(double dryNm) {
    double before = now.speedRadPerS;
    double torque = now.motorTorqueNm - now.loadTorqueNm;
    double direction = before == 0 ? Math.signum(torque) : Math.signum(before);
    if (before == 0 && Math.abs(torque) <= dryNm) {
      return;
    }
    double endSpeed = (torque - direction * dryNm) / built.viscousNmS();
    double after = before + (endSpeed - before) * speedShare;
    if (dryNm > 0 && after * direction < 0) {
      now.positionMm += before / 2 * STEP_S * mmPerRad;
      now.speedRadPerS = 0;
      return;
    }
    double memoryS = built.inertiaKgM2() / built.viscousNmS();
    now.positionMm += (endSpeed * STEP_S - (after - before) * memoryS) * mmPerRad;
    now.speedRadPerS = after;
  }

  /** The end stops give nothing back. */
  private void stop() {
    if (Math.abs(now.positionMm) < built.travelMm()) {
      return;
    }
    double side = Math.signum(now.positionMm);
    now.positionMm = side * built.travelMm();
    if (now.speedRadPerS * side > 0) {
      now.impactMmPerS = Math.max(now.impactMmPerS, Math.abs(velocityMmPerS()));
      now.speedRadPerS = 0;
    }
  }

  /** Sets what the drive takes for the set-point; what is not a finite number stops it. */
  void commandReference(double mm) {
    if (Double.isFinite(mm)) {
      now.referenceMm = mm;
    } else {
      now.faulted = true;
    }
  }

  /** Commands the torque within what the motor can give; what is not a finite number is none. */
  void commandTorque(double nm) {
    now.torqueNm =
        Double.isFinite(nm) ? Math.clamp(nm, -built.torqueMaxNm(), built.torqueMaxNm()) : 0;
  }

  /** Switches the drive on (from 0.5) or off; switching on acknowledges a fault. */
  void commandEnable(double value) {
    boolean on = Commands.on(value);
    if (on && !now.enabled) {
      now.faulted = false;
    }
    now.enabled = on;
  }

  /** A torque from outside that pulls towards negative positions; none if it is not a number. */
  void disturbLoad(double nm) {
    now.loadTorqueNm =
        Double.isFinite(nm)
            ? Math.clamp(nm, -10 * built.torqueMaxNm(), 10 * built.torqueMaxNm())
            : 0;
  }

  /** A guide that binds; none if it is not a number. */
  void disturbFriction(double nm) {
    now.dryFrictionNm = Double.isFinite(nm) ? Math.clamp(nm, 0, 10 * built.torqueMaxNm()) : 0;
  }

  double velocityMmPerS() {
    return now.speedRadPerS * mmPerRad;
  }

  /** At which end the slide is: -1, 0 or 1. */
  double endStop() {
    return Math.abs(now.positionMm) < built.travelMm() ? 0 : Math.signum(now.positionMm);
  }

  double travelMm() {
    return built.travelMm();
  }

  AxisState now() {
    return now;
  }

  /** State with the noise to come. */
  record Saved(AxisState state, long random) {}

  Saved save() {
    return new Saved(now.copy(), random.state());
  }

  void restore(Saved saved) {
    now = saved.state().copy();
    random.restore(saved.random());
  }
}
