package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.Signal;
import org.bumpless.plc.scan.PlantProcess;
import org.bumpless.scenario.bench.Process;

/**
 * The process model on the wires of the controllers, with its truth recorded fifty times a second:
 * an attack may be over in a tenth of one.
 */
public final class RecordedProcess implements PlantProcess, Process {
  private static final long EVERY_NANOS = 20_000_000L;
  private static final int ROWS_MAX = 15_000;

  private final ProcessModel model;
  private final ProcessModel.Snapshot begin;
  private final List<Signal> signals;
  private final long[] times = new long[ROWS_MAX];
  private final double[][] rows;
  private long recorded;
  private long nextNanos = Long.MIN_VALUE;

  public RecordedProcess(ProcessModel model) {
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
    model.step(seconds);
  }

  @Override
  public void restore() {
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
