package org.bumpless.scenario.timing;

/**
 * A known delay.
 *
 * @param nanosEach what the delaying relay kept of a request more than the null relay, by its own
 *     clock
 * @param times how many requests an operation takes, one after the other
 */
public record Injected(long nanosEach, int times) {

  /** What an operation is delayed by. */
  public long nanos() {
    return nanosEach * times;
  }
}
