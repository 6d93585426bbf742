package org.bumpless.plant.engine.tankfarm;

import org.bumpless.plant.engine.Signal;

/** The wires of one tank, in the order in which they are numbered. */
enum TankSignal {
  LEVEL("level", "%", Signal.Direction.MEASURED),
  INFLOW("inflow", "l/s", Signal.Direction.MEASURED),
  OUTFLOW("outflow", "l/s", Signal.Direction.MEASURED),
  PUMP_SPEED("pumpSpeed", "%", Signal.Direction.MEASURED),
  SPILLED("spilled", "l", Signal.Direction.MEASURED),
  DRY_RUN_SECONDS("dryRunSeconds", "s", Signal.Direction.MEASURED),
  VALVE("valve", "%", Signal.Direction.COMMAND),
  PUMP("pump", "", Signal.Direction.COMMAND);

  private final String title;
  private final String unit;
  private final Signal.Direction direction;

  TankSignal(String title, String unit, Signal.Direction direction) {
    this.title = title;
    this.unit = unit;
    this.direction = direction;
  }

  Signal of(String device) {
    return new Signal(device + "." + title, unit, direction);
  }

  double truth(Tank tank) {
    return switch (this) {
      case LEVEL -> tank.level();
      case INFLOW -> tank.inflow();
      case OUTFLOW -> tank.outflow();
      case PUMP_SPEED -> tank.speed();
      case SPILLED -> tank.spilled();
      case DRY_RUN_SECONDS -> tank.dryRunSeconds();
      case VALVE -> tank.valveCommand();
      case PUMP -> tank.pumpCommand();
    };
  }
}
