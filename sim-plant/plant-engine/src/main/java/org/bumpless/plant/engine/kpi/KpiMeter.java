package org.bumpless.plant.engine.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.bumpless.plant.engine.Limit;
import org.bumpless.plant.engine.ProcessModel;

/**
 * Counts what a process suffers, fed with its truth after each step. It holds as many numbers as
 * the model has limits, losses and watched loops, however long it runs; a sample allocates nothing.
 */
public final class KpiMeter {
  private static final double NANOS_PER_SECOND = 1e9;

  private final ProcessModel model;
  private final List<Limit> limits;
  private final List<String> losses;
  private final List<String> loops;
  private final int[] limited;
  private final int[] lossy;
  private final int[] looped;
  private final Counts now;

  /**
   * @param model read for its signals, limits and losses only
   * @param loops measured signals whose distance to a set-point is to be added up
   * @throws IllegalArgumentException if a loop is of a signal that the model does not have
   */
  public KpiMeter(ProcessModel model, List<String> loops) {
    this.model = model;
    limits = List.copyOf(model.limits());
    losses = List.copyOf(model.losses());
    this.loops = List.copyOf(loops);
    limited = limits.stream().mapToInt(limit -> model.index(limit.signal())).toArray();
    lossy = losses.stream().mapToInt(model::index).toArray();
    looped = this.loops.stream().mapToInt(model::index).toArray();
    now = new Counts(limited.length, lossy.length, looped.length);
  }

  /**
   * Begins anew: what the process is now counts as where it was before the first sample. A band
   * that is outside already is not left again until it has been entered.
   *
   * @param truth of each signal by its number
   */
  public void begin(IntToDoubleFunction truth) {
    now.clear();
    for (int i = 0; i < limited.length; i++) {
      now.outside[i] = !(limits.get(i).margin(truth.applyAsDouble(limited[i])) >= 0);
    }
    for (int i = 0; i < lossy.length; i++) {
      now.lastLost[i] = truth.applyAsDouble(lossy[i]);
    }
  }

  /**
   * The set-point that a loop is measured against from the next sample on.
   *
   * @param loop its place in the list that the meter was made with
   * @param value in the signal's unit
   */
  public void setPoint(int loop, double value) {
    now.setPoints[loop] = value;
  }

  /**
   * Counts the end of a step for the whole step.
   *
   * @param seconds length of the step, above 0
   * @param truth of each signal by its number, after the step
   */
  public void sample(double seconds, IntToDoubleFunction truth) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("sample of " + seconds + " s: expected more than 0");
    }
    long nanos = Math.round(seconds * NANOS_PER_SECOND);
    now.nanos += nanos;
    for (int i = 0; i < limited.length; i++) {
      keep(i, limits.get(i).margin(truth.applyAsDouble(limited[i])), nanos);
    }
    for (int i = 0; i < lossy.length; i++) {
      double value = truth.applyAsDouble(lossy[i]);
      now.lost[i] += Math.max(0, value - now.lastLost[i]);
      now.lastLost[i] = value;
    }
    for (int i = 0; i < looped.length; i++) {
      now.errors[i] += Math.abs(truth.applyAsDouble(looped[i]) - now.setPoints[i]) * seconds;
    }
  }

  private void keep(int limit, double margin, long nanos) {
    boolean inside = margin >= 0;
    now.leastMargins[limit] =
        Math.min(now.leastMargins[limit], Double.isNaN(margin) ? Double.NEGATIVE_INFINITY : margin);
    if (!inside) {
      now.outsideNanos[limit] += nanos;
      now.left[limit] += now.outside[limit] ? 0 : 1;
    }
    now.outside[limit] = !inside;
  }

  /** What has been counted since the beginning. */
  public Kpis kpis() {
    List<Kpis.Band> bands = new ArrayList<>();
    for (int i = 0; i < limited.length; i++) {
      bands.add(
          new Kpis.Band(
              limits.get(i),
              unit(limited[i]),
              now.outsideNanos[i] / NANOS_PER_SECOND,
              now.leastMargins[i],
              now.left[i]));
    }
    List<Kpis.Loss> lost = new ArrayList<>();
    for (int i = 0; i < lossy.length; i++) {
      lost.add(new Kpis.Loss(losses.get(i), unit(lossy[i]), now.lost[i]));
    }
    List<Kpis.LoopError> errors = new ArrayList<>();
    for (int i = 0; i < looped.length; i++) {
      errors.add(new Kpis.LoopError(loops.get(i), unit(looped[i]), now.errors[i]));
    }
    return new Kpis(now.nanos / NANOS_PER_SECOND, bands, lost, errors);
  }

  private String unit(int signal) {
    return model.signals().get(signal).unit();
  }

  /** What has been counted, to go back to. */
  public Snapshot snapshot() {
    Counts saved = new Counts(limited.length, lossy.length, looped.length);
    saved.copyFrom(now);
    return new Snapshot(saved);
  }

  /**
   * Goes back to what had been counted.
   *
   * @throws IllegalArgumentException if the snapshot is of a meter of another process
   */
  public void restore(Snapshot snapshot) {
    if (!snapshot.counts.fits(now)) {
      throw new IllegalArgumentException("snapshot of another meter: expected one of this");
    }
    now.copyFrom(snapshot.counts);
  }

  /** The counts of a meter at one moment; immutable. */
  public static final class Snapshot {
    private final Counts counts;

    private Snapshot(Counts counts) {
      this.counts = counts;
    }
  }

  private static final class Counts {
    private long nanos;
    private final long[] outsideNanos;
    private final double[] leastMargins;
    private final int[] left;
    private final boolean[] outside;
    private final double[] lost;
    private final double[] lastLost;
    private final double[] errors;
    private final double[] setPoints;

    Counts(int limits, int losses, int loops) {
      outsideNanos = new long[limits];
      leastMargins = new double[limits];
      left = new int[limits];
      outside = new boolean[limits];
      lost = new double[losses];
      lastLost = new double[losses];
      errors = new double[loops];
      setPoints = new double[loops];
      Arrays.fill(leastMargins, Double.POSITIVE_INFINITY);
    }

    boolean fits(Counts other) {
      return left.length == other.left.length
          && lost.length == other.lost.length
          && errors.length == other.errors.length;
    }

    void clear() {
      nanos = 0;
      Arrays.fill(outsideNanos, 0);
      Arrays.fill(leastMargins, Double.POSITIVE_INFINITY);
      Arrays.fill(left, 0);
      Arrays.fill(lost, 0);
      Arrays.fill(errors, 0);
    }

    void copyFrom(Counts other) {
      nanos = other.nanos;
      System.arraycopy(other.outsideNanos, 0, outsideNanos, 0, outsideNanos.length);
      System.arraycopy(other.leastMargins, 0, leastMargins, 0, leastMargins.length);
      System.arraycopy(other.left, 0, left, 0, left.length);
      System.arraycopy(other.outside, 0, outside, 0, outside.length);
      System.arraycopy(other.lost, 0, lost, 0, lost.length);
      System.arraycopy(other.lastLost, 0, lastLost, 0, lastLost.length);
      System.arraycopy(other.errors, 0, errors, 0, errors.length);
      System.arraycopy(other.setPoints, 0, setPoints, 0, setPoints.length);
    }
  }
}
