package org.bumpless.scenario.timing;

/**
 * One request of a measuring client; nanoseconds of the bench clock.
 *
 * @param intendedNanos when it was due: latency counts from here (no coordinated omission)
 * @param sentNanos when it left
 * @param doneNanos when its answer was complete
 */
public record Measurement(long sequence, long intendedNanos, long sentNanos, long doneNanos) {
  public long latencyNanos() {
    return doneNanos - intendedNanos;
  }
}
