package org.bumpless.plant.engine.fault;

import java.util.Arrays;

/**
 * What all sensors showed last, one row every {@link #PERIOD_MILLIS} ms: what somebody on the wires
 * could have recorded.
 */
final class History {
  static final int PERIOD_MILLIS = 20;
  static final double PERIOD_S = 0.02;
  static final double LENGTH_S = 30;
  static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000L;

  private static final int ROWS = (int) (LENGTH_S / PERIOD_S);

  private final int width;
  private final double[] values;
  private long recorded;

  /**
   * @param width number of sensors
   */
  History(int width) {
    this.width = width;
    values = new double[ROWS * width];
  }

  /** Begins the next row. */
  void next() {
    recorded++;
  }

  /** Writes into the last row. */
  void set(int sensor, double shown) {
    values[place(recorded - 1) + sensor] = shown;
  }

  /** What a sensor showed during the last seconds, oldest first; empty if nothing was recorded. */
  double[] last(int sensor, double seconds) {
    int rows = (int) Math.min(filled(), Math.max(1, Math.round(seconds / PERIOD_S)));
    double[] window = new double[rows];
    for (int i = 0; i < rows; i++) {
      window[i] = values[place(recorded - rows + i) + sensor];
    }
    return window;
  }

  private long filled() {
    return Math.min(recorded, ROWS);
  }

  private int place(long row) {
    return (int) (row % ROWS) * width;
  }

  /** The rows so far; shares nothing with this. */
  double[] save() {
    return Arrays.copyOf(values, (int) filled() * width);
  }

  long recorded() {
    return recorded;
  }

  void restore(double[] saved, long earlier) {
    System.arraycopy(saved, 0, values, 0, saved.length);
    recorded = earlier;
  }
}
