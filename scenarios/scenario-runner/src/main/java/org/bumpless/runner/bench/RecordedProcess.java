package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plant.engine.fault.Fault;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.engine.kpi.KpiMeter;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.process.Suffered;

/**
 * The process model on the wires of the controllers, with its truth recorded fifty times a second:
 * an attack may be over in a tenth of one.
 */
public final class RecordedProcess implements PlantProcess, Process {
  private static final long EVERY_NANOS = 20_000_000L;
  private static final int ROWS_MAX = 15_000;

  private final FaultyProcess model;
  private final ProcessModel.Snapshot begin;
  private final List<Signal> signals;
  private final long[] times = new long[ROWS_MAX];
  private final double[][] rows;
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private long recorded;
  private long nextNanos = Long.MIN_VALUE;

  public RecordedProcess(FaultyProcess model) {
    this.model = model;
    this.begin = model.snapshot();
    this.signals = model.signals();
    this.rows = new double[ROWS_MAX][signals.size()];
  }

  /** Called after each scan, on the scan thread. */
  public void afterScan(long nanos) {
    if (nanos < nextNanos) {
      return;
    }
    nextNanos = nanos + EVERY_NANOS;
    synchronized (rows) {
      int place = (int) (recorded % ROWS_MAX);
      times[place] = nanos;
      for (int i = 0; i < rows[place].length; i++) {
        rows[place][i] = model.truth(i);
      }
      recorded++;
    }
  }

  @Override
  public int index(String name) {
    return model.index(name);
  }

  /**
   * Engineering unit of a signal.
   *
   * @throws IllegalArgumentException if there is no such signal
   */
  String unit(String signal) {
    return signals.get(model.index(signal)).unit();
  }

  @Override
  public double read(int index) {
    return model.measured(index);
  }

  @Override
  public void write(int index, double value) {
    model.command(index, value);
  }

  @Override
  public void step(double seconds) {
    for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
      order.run();
    }
    model.step(seconds);
  }

  /**
   * Breaks a wire before the next step.
   *
   * @throws IllegalArgumentException if there is no such signal, or it cannot have such a fault
   */
  void fault(String signal, Fault fault) {
    int index = model.index(signal);
    model.requireFits(index, fault);
    orders.add(() -> model.fault(index, fault));
  }

  /** Mends all wires before the next step. */
  void repairAll() {
    orders.add(model::repairAll);
  }

  @Override
  public void restore() {
    orders.clear();
    model.restore(begin);
  }

  @Override
  public double now(String signal) {
    int index = model.index(signal);
    synchronized (rows) {
      if (recorded == 0) {
        throw new IllegalStateException("the plant has not scanned yet");
      }
      return rows[(int) ((recorded - 1) % ROWS_MAX)][index];
    }
  }

  @Override
  public List<Series> since(long nanos, List<String> wanted) {
    List<Series> found = new ArrayList<>();
    for (String name : wanted) {
      int index = model.index(name);
      found.add(new Series(name, signals.get(index).unit(), points(nanos, index)));
    }
    return found;
  }

  @Override
  public Suffered suffered(long nanos) {
    KpiMeter meter = new KpiMeter(model, List.of());
    long last;
    synchronized (rows) {
      last = recorded;
    }
    long before = Long.MIN_VALUE;
    for (long i = Math.max(0, last - ROWS_MAX); i < last; i++) {
      before = sample(meter, i, nanos, before);
    }
    return before == Long.MIN_VALUE ? Suffered.NOTHING : Sufferings.of(meter.kpis());
  }

  /**
   * Gives a meter one row; the scan waits no longer than that.
   *
   * @param before when the row before was recorded, or the least number if there is none
   * @return the same for the next one
   */
  private long sample(KpiMeter meter, long number, long since, long before) {
    synchronized (rows) {
      int place = (int) (number % ROWS_MAX);
      long at = times[place];
      if (number < recorded - ROWS_MAX || at < since) {
        return before;
      }
      double[] row = rows[place];
      if (before == Long.MIN_VALUE) {
        meter.begin(i -> row[i]);
      } else {
        meter.sample((at - before) / 1e9, i -> row[i]);
      }
      return at;
    }
  }

  private List<Point> points(long nanos, int index) {
    List<Point> points = new ArrayList<>();
    synchronized (rows) {
      for (long i = Math.max(0, recorded - ROWS_MAX); i < recorded; i++) {
        int place = (int) (i % ROWS_MAX);
        if (times[place] >= nanos) {
          points.add(new Point(times[place], rows[place][index]));
        }
      }
    }
    return points;
  }
}
