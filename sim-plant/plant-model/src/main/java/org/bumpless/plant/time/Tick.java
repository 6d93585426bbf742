package org.bumpless.plant.time;

/**
 * A scan of the plant by its number; simulated time is {@code index * scanNanos}, never a sum of
 * doubles.
 *
 * @param index 0 at start
 * @param scanNanos length of one scan
 */
public record Tick(long index, long scanNanos) {
  /** Simulated nanoseconds since start. */
  public long nanos() {
    return Math.multiplyExact(index, scanNanos);
  }
}
