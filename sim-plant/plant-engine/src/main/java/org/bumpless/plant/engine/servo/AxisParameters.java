package org.bumpless.plant.engine.servo;

import java.util.List;
import org.bumpless.plant.engine.parameter.Parameter;
import org.bumpless.plant.engine.parameter.Parameters;
import org.bumpless.plant.model.ProcessSpec;

/**
 * What an axis is built like.
 *
 * @param inertiaKgM2 of motor, screw and slide, seen by the motor, 1e-5 to 1 kg m2
 * @param viscousNmS friction, 1e-5 to 1 Nm s/rad
 * @param torqueMaxNm that the motor can give, 0.1 to 1000 Nm
 * @param brakeNm holding brake, closed while the drive is off, 0 to 1000 Nm
 * @param currentLoopS time constant from torque command to torque, 0.05 to 10 ms
 * @param screwPitchMm way of the slide per turn, 1 to 100 mm
 * @param travelMm from the middle to either end stop, 10 to 10,000 mm
 * @param followingErrorMaxMm beyond which the drive stops, 0.01 to 100 mm
 * @param encoderResolutionMm smallest step of the position that is shown, 1e-6 to 1 mm
 * @param encoderNoiseMm standard deviation of the position before it is rounded, 0 to 1 mm
 * @param velocityNoiseMmPerS standard deviation of the velocity, 0 to 100 mm/s
 */
record AxisParameters(
    double inertiaKgM2,
    double viscousNmS,
    double torqueMaxNm,
    double brakeNm,
    double currentLoopS,
    double screwPitchMm,
    double travelMm,
    double followingErrorMaxMm,
    double encoderResolutionMm,
    double encoderNoiseMm,
    double velocityNoiseMmPerS) {

  private static final Parameter INERTIA = new Parameter("inertiaKgM2", 0.001, 1e-5, 1);
  private static final Parameter VISCOUS = new Parameter("viscousNmS", 0.005, 1e-5, 1);
  private static final Parameter TORQUE_MAX = new Parameter("torqueMaxNm", 10, 0.1, 1_000);
  private static final Parameter BRAKE = new Parameter("brakeNm", 5, 0, 1_000);
  private static final Parameter CURRENT_LOOP = new Parameter("currentLoopS", 0.0005, 5e-5, 0.01);
  private static final Parameter SCREW_PITCH = new Parameter("screwPitchMm", 10, 1, 100);
  private static final Parameter TRAVEL = new Parameter("travelMm", 500, 10, 10_000);
  private static final Parameter FOLLOWING_ERROR_MAX =
      new Parameter("followingErrorMaxMm", 0.5, 0.01, 100);
  private static final Parameter ENCODER_RESOLUTION =
      new Parameter("encoderResolutionMm", 0.001, 1e-6, 1);
  private static final Parameter ENCODER_NOISE = new Parameter("encoderNoiseMm", 0.0005, 0, 1);
  private static final Parameter VELOCITY_NOISE = new Parameter("velocityNoiseMmPerS", 0.2, 0, 100);

  /**
   * Reads the parameters of a unit; what is absent has its usual value.
   *
   * @throws IllegalArgumentException if one is unknown or out of range
   */
  static AxisParameters of(ProcessSpec.Unit unit) {
    Parameters found =
        new Parameters(
            unit,
            List.of(
                INERTIA,
                VISCOUS,
                TORQUE_MAX,
                BRAKE,
                CURRENT_LOOP,
                SCREW_PITCH,
                TRAVEL,
                FOLLOWING_ERROR_MAX,
                ENCODER_RESOLUTION,
                ENCODER_NOISE,
                VELOCITY_NOISE));
    return new AxisParameters(
        found.of(INERTIA),
        found.of(VISCOUS),
        found.of(TORQUE_MAX),
        found.of(BRAKE),
        found.of(CURRENT_LOOP),
        found.of(SCREW_PITCH),
        found.of(TRAVEL),
        found.of(FOLLOWING_ERROR_MAX),
        found.of(ENCODER_RESOLUTION),
        found.of(ENCODER_NOISE),
        found.of(VELOCITY_NOISE));
  }
}
