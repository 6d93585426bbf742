package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import java.util.List;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.model.ProcessSpec;

/** The Tennessee Eastman plant on the wires of a plant file. */
final class TennesseeEastman implements ProcessModel {
  /** More than a snapshot needs. */
  private static final int SNAPSHOT_BYTES = 4_096;

  private final Plant plant;
  private final SignalTable table;
  private final List<Limit> limits;
  private final List<String> losses;

  /**
   * @throws IllegalArgumentException if there is not exactly one unit, or a parameter is wrong
   */
  TennesseeEastman(ProcessSpec spec, long seed) {
    if (spec.units().size() != 1) {
      throw new IllegalArgumentException(
          "process units " + spec.units().size() + ": expected one, the whole plant");
    }
    ProcessSpec.Unit unit = spec.units().getFirst();
    String device = unit.device().value();
    plant = new Plant(TennesseeParameters.of(unit), seed, device);
    table = new SignalTable(TennesseeSignals.of(device));
    limits = TennesseeSignals.limits(device);
    losses = List.of(table.signals().get(TennesseeSignals.PRODUCT_LOST).name());
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
    plant.advance(seconds);
  }

  @Override
  public double measured(int index) {
    return index < TennesseeSignals.SHUTDOWN ? plant.instruments.shown(index) : truth(index);
  }

  @Override
  public double truth(int index) {
    if (index < TennesseeSignals.SHUTDOWN) {
      return plant.truth[index];
    }
    if (index < TennesseeSignals.FIRST_VALVE) {
      return figure(index);
    }
    return index < TennesseeSignals.FIRST_DISTURBANCE
        ? plant.valves.command(index - TennesseeSignals.FIRST_VALVE)
        : plant.disturbances.command(index - TennesseeSignals.FIRST_DISTURBANCE + 1);
  }

  private double figure(int index) {
    return switch (index) {
      case TennesseeSignals.SHUTDOWN -> plant.cause() == Shutdown.NONE ? 0 : 1;
      case TennesseeSignals.SHUTDOWN_CAUSE -> plant.cause();
      case TennesseeSignals.OPERATING_COST -> plant.economy.costPerHour();
      case TennesseeSignals.PRODUCT_MADE -> plant.economy.madeM3();
      case TennesseeSignals.PRODUCT_LOST -> plant.economy.lostM3();
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  @Override
  public void command(int index, double value) {
    if (index < TennesseeSignals.FIRST_VALVE) {
      throw table.measured(index);
    }
    if (index < TennesseeSignals.FIRST_DISTURBANCE) {
      plant.valves.command(index - TennesseeSignals.FIRST_VALVE, value);
    } else {
      plant.disturbances.command(index - TennesseeSignals.FIRST_DISTURBANCE + 1, value);
    }
  }

  private static final class State implements Snapshot {
    private final byte[] bytes;

    State(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  @Override
  public Snapshot snapshot() {
    ByteBuffer into = ByteBuffer.allocate(SNAPSHOT_BYTES);
    plant.save(into);
    return new State(into.array());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof State state)) {
      throw new IllegalArgumentException(
          "snapshot "
              + snapshot.getClass().getSimpleName()
              + ": expected one of this Tennessee Eastman plant");
    }
    plant.load(ByteBuffer.wrap(state.bytes));
  }
}
