package org.bumpless.plant.engine.tankfarm;

import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.engine.solver.Lag;

/**
 * One tank with valve, pump and level transmitter; volumes in litres, positions and speeds from 0
 * to 1.
 */
final class Tank {
  /**
   * Below this share of the capacity the suction draws air: flow falls with the level, and a
   * running pump is dry.
   */
  private static final double SUCTION_SHARE = 0.01;

  /** A pump that is slower than this share of its speed takes no harm from running dry. */
  private static final double HARMLESS_SPEED = 0.1;

  /**
   * The consumers' demand wanders around its mean: standard deviation as a share of the mean, and
   * memory.
   */
  private static final double DEMAND_SPREAD = 0.1;

  private static final double DEMAND_MEMORY_S = 30;
  private static final double DEMAND_SPREAD_MAX = 0.5;

  /** Where a transmitter saturates, 3.8 and 20.5 mA (NAMUR NE 43), in % of its span. */
  private static final double TRANSMITTER_LOW = -1.25;

  private static final double TRANSMITTER_HIGH = 103.125;

  private final TankParameters built;
  private final double capacity;
  private final SeededStream random;
  private final Lag valve;
  private final Lag pump;
  private final Lag demand = new Lag(DEMAND_MEMORY_S);

  private double valveCommand;
  private double pumpCommand;
  private double volume;
  private double opening;
  private double speed;
  private double demandShift;
  private double inflow;
  private double outflow;
  private double spilled;
  private double dryRunSeconds;
  private double levelNoise;

  /** What {@link #moveDemand} has worked out for the last length of step; no part of the state. */
  private double lastKept = Double.NaN;

  private double lastKickSpread;

  /** A tank in balance: the valve lets in what the consumers take, the pump runs. */
  Tank(TankParameters built, SeededStream random) {
    this.built = built;
    this.random = random;
    valve = new Lag(built.valveTimeConstantS());
    pump = new Lag(built.pumpTimeConstantS());
    capacity = built.capacityLitres();
    volume = capacity * built.startLevelPercent() / 100;
    valveCommand = built.balancedOpening();
    pumpCommand = 1;
    opening = valveCommand;
    speed = pumpCommand;
    inflow = built.inflowMaxLps() * opening;
    outflow = Math.min(inflow, built.demandLps());
  }

  void step(double seconds) {
    opening += (valveCommand - opening) * valve.over(seconds);
    speed += (pumpCommand - speed) * pump.over(seconds);
    moveDemand(seconds);
    inflow = built.inflowMaxLps() * opening;
    outflow = Math.min(pumped(), volume / seconds + inflow);
    double next = Math.max(0, volume + (inflow - outflow) * seconds);
    double over = Math.max(0, next - capacity);
    spilled += over;
    volume = next - over;
    if (volume <= capacity * SUCTION_SHARE && speed > HARMLESS_SPEED) {
      dryRunSeconds += seconds;
    }
    levelNoise = built.levelNoisePercent() * random.nextGaussian();
  }

  /**
   * An Ornstein-Uhlenbeck process, solved exactly over the step, so that its spread does not depend
   * on the step.
   */
  private void moveDemand(double seconds) {
    double kept = 1 - demand.over(seconds);
    if (kept != lastKept) {
      lastKept = kept;
      lastKickSpread = DEMAND_SPREAD * Math.sqrt(1 - kept * kept);
    }
    double kick = lastKickSpread * random.nextGaussian();
    demandShift = Math.clamp(demandShift * kept + kick, -DEMAND_SPREAD_MAX, DEMAND_SPREAD_MAX);
  }

  private double pumped() {
    double drawn = Math.min(1, volume / (capacity * SUCTION_SHARE));
    return built.demandLps() * (1 + demandShift) * speed * drawn;
  }

  /**
   * Commands the valve, 0 to 100 %; what is beyond is limited, and what is not a number closes it.
   */
  void commandValve(double percent) {
    valveCommand = percent > 0 ? Math.min(percent, 100) / 100 : 0;
  }

  /** Switches the pump on (from 0.5) or off; what is not a number switches it off. */
  void commandPump(double value) {
    pumpCommand = value >= 0.5 ? 1 : 0;
  }

  double valveCommand() {
    return valveCommand * 100;
  }

  double pumpCommand() {
    return pumpCommand;
  }

  double level() {
    return volume / capacity * 100;
  }

  double measuredLevel() {
    return Math.clamp(level() + levelNoise, TRANSMITTER_LOW, TRANSMITTER_HIGH);
  }

  double inflow() {
    return inflow;
  }

  double outflow() {
    return outflow;
  }

  double speed() {
    return speed * 100;
  }

  double spilled() {
    return spilled;
  }

  double dryRunSeconds() {
    return dryRunSeconds;
  }

  /** Everything that changes in a tank. */
  record State(
      double valveCommand,
      double pumpCommand,
      double volume,
      double opening,
      double speed,
      double demandShift,
      double inflow,
      double outflow,
      double spilled,
      double dryRunSeconds,
      double levelNoise,
      long random) {}

  State state() {
    return new State(
        valveCommand,
        pumpCommand,
        volume,
        opening,
        speed,
        demandShift,
        inflow,
        outflow,
        spilled,
        dryRunSeconds,
        levelNoise,
        random.state());
  }

  void restore(State state) {
    valveCommand = state.valveCommand();
    pumpCommand = state.pumpCommand();
    volume = state.volume();
    opening = state.opening();
    speed = state.speed();
    demandShift = state.demandShift();
    inflow = state.inflow();
    outflow = state.outflow();
    spilled = state.spilled();
    dryRunSeconds = state.dryRunSeconds();
    levelNoise = state.levelNoise();
    random.restore(state.random());
  }
}
