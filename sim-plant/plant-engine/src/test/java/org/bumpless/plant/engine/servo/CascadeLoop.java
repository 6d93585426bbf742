package org.bumpless.plant.engine.servo;

import org.bumpless.plant.engine.ProcessModel;

/**
 * The controller of {@code scenarios/programs/servo-axis.st} once more, with a delay between it and
 * the motor: position and velocity are cascaded, once a millisecond; set-points run back and forth.
 */
final class CascadeLoop {
  private static final int TICKS_PER_SCAN = 10;
  private static final double TICK_S = 1e-4;
  private static final double SCAN_S = 1e-3;

  private static final double WAY_MM = 100;
  private static final double SPEED_MM_PER_S = 300;
  private static final double ACCELERATION_MM_PER_S2 = 3_000;
  private static final double SINE_MM = 50;
  private static final double SINE_HZ = 1;

  private static final double POSITION_GAIN_PER_S = 60;
  private static final double VELOCITY_GAIN_NM_S_PER_MM = 0.18;

  /** Inertia and friction of the axis, for what the torque has to be at least. */
  private static final double INERTIA_NM_S2_PER_MM = 0.000_628;

  private static final double FRICTION_NM_S_PER_MM = 0.003_14;
  private static final double VELOCITY_INTEGRAL_S = 0.016;
  private static final double TORQUE_MAX_NM = 10;

  private final ProcessModel axis;
  private final int delayTicks;
  private final double[] wire;
  private final boolean sine;
  private double integralNm;
  private double previousMm;
  private double previousMmPerS;
  private double worstMm;

  CascadeLoop(ProcessModel axis, double delayMs, boolean sine) {
    this.axis = axis;
    this.sine = sine;
    delayTicks = (int) Math.round(delayMs * 10);
    wire = new double[delayTicks + 1];
  }

  /** Runs for so long; returns when the drive stopped, in s, or infinity. */
  double run(double seconds) {
    int position = axis.index("AX-1.position");
    int torque = axis.index("AX-1.torque");
    int reference = axis.index("AX-1.reference");
    int fault = axis.index("AX-1.driveFault");
    double held = 0;
    for (int tick = 0; tick < Math.round(seconds / TICK_S); tick++) {
      if (tick % TICKS_PER_SCAN == 0) {
        double now = tick * TICK_S;
        axis.command(reference, sine ? sine(now) : trapezoid(now));
        worstMm = Math.max(worstMm, Math.abs(axis.truth(reference) - axis.truth(position)));
        held = scan(axis.truth(reference));
      }
      wire[tick % wire.length] = held;
      axis.command(torque, tick < delayTicks ? 0 : wire[(tick + 1) % wire.length]);
      axis.step(TICK_S);
      if (axis.truth(fault) == 1) {
        return tick * TICK_S;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double scan(double wantedMm) {
    double shownMm = axis.measured(axis.index("AX-1.position"));
    double shownMmPerS = axis.measured(axis.index("AX-1.velocity"));
    double forwardMmPerS = (wantedMm - previousMm) / SCAN_S;
    double pushNm =
        INERTIA_NM_S2_PER_MM * (forwardMmPerS - previousMmPerS) / SCAN_S
            + FRICTION_NM_S_PER_MM * forwardMmPerS;
    previousMm = wantedMm;
    previousMmPerS = forwardMmPerS;
    double error = forwardMmPerS + POSITION_GAIN_PER_S * (wantedMm - shownMm) - shownMmPerS;
    double wanted = VELOCITY_GAIN_NM_S_PER_MM * error + integralNm + pushNm;
    double given = Math.clamp(wanted, -TORQUE_MAX_NM, TORQUE_MAX_NM);
    if (given == wanted) {
      integralNm += VELOCITY_GAIN_NM_S_PER_MM * error * SCAN_S / VELOCITY_INTEGRAL_S;
    }
    return given;
  }

  private static double sine(double now) {
    return SINE_MM / 2 * (1 - StrictMath.cos(2 * Math.PI * SINE_HZ * now));
  }

  /** Out and back again, with a rest of a quarter of a second at either end. */
  private static double trapezoid(double now) {
    double ramp = SPEED_MM_PER_S / ACCELERATION_MM_PER_S2;
    double move = WAY_MM / SPEED_MM_PER_S + ramp;
    double cycle = move + 0.25;
    double inCycle = now % (2 * cycle);
    double way = along(Math.min(inCycle % cycle, move), ramp, move);
    return inCycle < cycle ? way : WAY_MM - way;
  }

  private static double along(double now, double ramp, double move) {
    if (now < ramp) {
      return ACCELERATION_MM_PER_S2 / 2 * now * now;
    }
    if (now < move - ramp) {
      return SPEED_MM_PER_S * (now - ramp / 2);
    }
    double left = move - now;
    return WAY_MM - ACCELERATION_MM_PER_S2 / 2 * left * left;
  }

  /** Greatest distance between set-point and slide at the moment of a scan so far, in mm. */
  double worstMm() {
    return worstMm;
  }
}
