package org.bumpless.scenario.bench;

import java.util.List;
import org.bumpless.scenario.process.Suffered;

/** The physical process: the truth behind the tags. */
public interface Process {
  /** The true value of a signal now, in its unit, for example of {@code T-101.level}. */
  double now(String signal);

  /** What has been recorded of some signals since a moment, for the report's trend. */
  List<Series> since(long nanos, List<String> signals);

  /** What it has suffered since a moment; as far back as is remembered. */
  Suffered suffered(long nanos);

  /**
   * A recorded signal.
   *
   * @param points oldest first
   */
  record Series(String signal, String unit, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One sample of a signal.
   *
   * @param nanos bench clock
   * @param value in the signal's unit
   */
  record Point(long nanos, double value) {}
}
