package org.bumpless.plant.engine.servo;

import org.bumpless.plant.engine.Signal;

/** The wires of one axis, in the order in which they are numbered. */
enum AxisSignal {
  POSITION("position", "mm", Signal.Direction.MEASURED),
  VELOCITY("velocity", "mm/s", Signal.Direction.MEASURED),
  MOTOR_TORQUE("motorTorque", "Nm", Signal.Direction.MEASURED),
  DRIVE_FAULT("driveFault", "", Signal.Direction.MEASURED),
  DRIVE_READY("driveReady", "", Signal.Direction.MEASURED),
  END_STOP("endStop", "", Signal.Direction.MEASURED),
  IMPACT_SPEED("impactSpeed", "mm/s", Signal.Direction.MEASURED),
  REFERENCE("reference", "mm", Signal.Direction.COMMAND),
  TORQUE("torque", "Nm", Signal.Direction.COMMAND),
  ENABLE("enable", "", Signal.Direction.COMMAND),
  LOAD_TORQUE("loadTorque", "Nm", Signal.Direction.DISTURBANCE),
  DRY_FRICTION("dryFriction", "Nm", Signal.Direction.DISTURBANCE);

  private final String title;
  private final String unit;
  private final Signal.Direction direction;

  AxisSignal(String title, String unit, Signal.Direction direction) {
    this.title = title;
    this.unit = unit;
    this.direction = direction;
  }

  Signal of(String device) {
    return new Signal(device + "." + title, unit, direction);
  }

  double truth(Axis axis) {
    AxisState now = axis.now();
    return switch (this) {
      case POSITION -> now.positionMm;
      case VELOCITY -> axis.velocityMmPerS();
      case MOTOR_TORQUE -> now.motorTorqueNm;
      case DRIVE_FAULT -> now.faulted ? 1 : 0;
      case DRIVE_READY -> now.enabled && !now.faulted ? 1 : 0;
      case END_STOP -> axis.endStop();
      case IMPACT_SPEED -> now.impactMmPerS;
      case REFERENCE -> now.referenceMm;
      case TORQUE -> now.torqueNm;
      case ENABLE -> now.enabled ? 1 : 0;
      case LOAD_TORQUE -> now.loadTorqueNm;
      case DRY_FRICTION -> now.dryFrictionNm;
    };
  }
}
