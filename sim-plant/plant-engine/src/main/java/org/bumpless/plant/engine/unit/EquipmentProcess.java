package org.bumpless.plant.engine.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.SignalTable;
import org.bumpless.plant.engine.solver.StepDebt;
import org.bumpless.plant.model.ProcessSpec;

/**
 * Pieces of equipment of one kind, which share nothing.
 *
 * @param <S> what changes in one of them
 */
public final class EquipmentProcess<S> implements ProcessModel {
  private final Class<S> kind;
  private final List<Equipment<S>> units;
  private final StepDebt debt;
  private final SignalTable table;
  private final List<Limit> limits;
  private final List<String> losses;
  private final int signalsEach;

  /**
   * @param stepNanos the fixed length of a step of such equipment
   * @param kind tells what was saved of such equipment from what was saved of another
   * @param make makes one, at its initial state
   */
  public EquipmentProcess(
      ProcessSpec spec,
      long stepNanos,
      Class<S> kind,
      Function<ProcessSpec.Unit, ? extends Equipment<S>> make) {
    this.kind = kind;
    this.debt = new StepDebt(stepNanos);
    this.units = spec.units().stream().<Equipment<S>>map(make).toList();
    this.table = new SignalTable(all(Equipment::signals));
    this.limits = all(Equipment::limits);
    this.losses = all(Equipment::losses);
    this.signalsEach = units.isEmpty() ? 1 : units.getFirst().signals().size();
  }

  private <T> List<T> all(Function<Equipment<S>, List<T>> of) {
    return units.stream().flatMap(unit -> of.apply(unit).stream()).toList();
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
    debt.add(seconds);
    while (debt.take()) {
      for (int i = 0; i < units.size(); i++) { // an iterator would allocate
        units.get(i).step();
      }
    }
  }

  @Override
  public double measured(int index) {
    return units.get(index / signalsEach).measured(index % signalsEach);
  }

  @Override
  public double truth(int index) {
    return units.get(index / signalsEach).truth(index % signalsEach);
  }

  @Override
  public void command(int index, double value) {
    if (!units.get(index / signalsEach).command(index % signalsEach, value)) {
      throw table.measured(index);
    }
  }

  private record States(List<?> saved, long owedNanos) implements Snapshot {}

  @Override
  public Snapshot snapshot() {
    return new States(units.stream().map(Equipment::save).toList(), debt.owedNanos());
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!(snapshot instanceof States(List<?> saved, long owedNanos))
        || saved.size() != units.size()
        || !saved.stream().allMatch(kind::isInstance)) {
      throw new IllegalArgumentException(
          "snapshot " + snapshot.getClass().getSimpleName() + ": expected one of this process");
    }
    List<S> own = new ArrayList<>();
    saved.forEach(one -> own.add(kind.cast(one)));
    debt.restore(owedNanos);
    for (int i = 0; i < units.size(); i++) {
      units.get(i).restore(own.get(i));
    }
  }
}
