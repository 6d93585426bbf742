package org.bumpless.plant.engine.tankfarm;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.engine.random.SeededStream;
import org.bumpless.plant.model.ProcessSpec;

/** The tanks of a plant; they share nothing. */
final class TankFarm implements ProcessModel {
  private static final TankSignal[] KINDS = TankSignal.values();

  /** Below this the suction begins to draw air soon; above the upper end it spills. */
  private static final double LEVEL_MIN_PERCENT = 2;

  private static final double LEVEL_MAX_PERCENT = 100;

  private final Tank[] tanks;
  private final SignalTable table;
  private final List<Limit> limits;
  private final List<String> losses;

  TankFarm(ProcessSpec spec, long seed) {
    List<Signal> all = new ArrayList<>();
    List<Limit> bands = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    tanks = new Tank[spec.units().size()];
    for (int i = 0; i < tanks.length; i++) {
      ProcessSpec.Unit unit = spec.units().get(i);
      String device = unit.device().value();
      tanks[i] = new Tank(TankParameters.of(unit), new SeededStream(seed, device));
      for (TankSignal kind : KINDS) {
        all.add(kind.of(device));
      }
      bands.add(
          new Limit(device + ".level", LEVEL_MIN_PERCENT, LEVEL_MAX_PERCENT, Limit.Kind.NORMAL));
      lost.add(device + ".spilled");
    }
    table = new SignalTable(all);
    limits = List.copyOf(bands);
    losses = List.copyOf(lost);
  }

  @Override
  public List<Signal> signals() {
    return table.signals();
  }

  @Override
  public int index(String name) {
    return table.index(name);
  }

  @Override
  public List<Limit> limits() {
    return limits;
  }

  @Override
  public List<String> losses() {
    return losses;
  }

  @Override
  public void step(double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("step of " + seconds + " s: expected more than 0");
    }
    for (Tank tank : tanks) {
      tank.step(seconds);
    }
  }

  @Override
  public double measured(int index) {
    return kind(index) == TankSignal.LEVEL ? tank(index).measuredLevel() : truth(index);
  }

  @Override
  public double truth(int index) {
    return kind(index).truth(tank(index));
  }

  @Override
  public void command(int index, double value) {
    switch (kind(index)) {
      case VALVE -> tank(index).commandValve(value);
      case PUMP -> tank(index).commandPump(value);
      case LEVEL, INFLOW, OUTFLOW, PUMP_SPEED, SPILLED, DRY_RUN_SECONDS ->
          throw table.measured(index);
    }
  }

  private Tank tank(int index) {
    return tanks[index / KINDS.length];
  }

  private static TankSignal kind(int index) {
    return KINDS[index % KINDS.length];
  }

  private record States(List<Tank.State> tanks) implements Snapshot {}

  @Override
  public Snapshot snapshot() {
    List<Tank.State> states = new ArrayList<>();
    for (Tank tank : tanks) {
      states.add(tank.state());
    }
    return new States(List.copyOf(states));
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof States(List<Tank.State> states)) || states.size() != tanks.length) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of this tank farm");
    }
    for (int i = 0; i < tanks.length; i++) {
      tanks[i].restore(states.get(i));
    }
  }
}
