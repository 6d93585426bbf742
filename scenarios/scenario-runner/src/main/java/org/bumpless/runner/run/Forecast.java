package org.bumpless.runner.run;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a run will still take: what was measured so far for each ordinary scenario, and what the
 * profile gives to each that measures latency.
 */
final class Forecast {
  private final Duration measuring;
  private int ordinaryLeft;
  private int measuringLeft;
  private int ordinaryDone;
  private long ordinaryNanos;
  private long startedNanos;
  private boolean measuresNow;

  /**
   * @param measuring how long the measuring of one latency takes
   */
  Forecast(Duration measuring) {
    this.measuring = measuring;
  }

  void planned(int ordinary, int measuringScenarios) {
    ordinaryLeft = ordinary;
    measuringLeft = measuringScenarios;
  }

  void started(long nanos, boolean measures) {
    startedNanos = nanos;
    measuresNow = measures;
  }

  void finished(long nanos) {
    if (measuresNow) {
      measuringLeft--;
    } else {
      ordinaryLeft--;
      ordinaryDone++;
      ordinaryNanos += nanos - startedNanos;
    }
  }

  /** How long the measuring of one latency takes. */
  Duration measuring() {
    return measuring;
  }

  /** Time left at the last begin or end of a scenario; empty until one is done. */
  Optional<Duration> left() {
    if (ordinaryDone == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofNanos(ordinaryNanos / ordinaryDone)
            .multipliedBy(ordinaryLeft)
            .plus(measuring.multipliedBy(measuringLeft)));
  }
}
