package org.bumpless.scenario.timing;

/**
 * A figure with its 95 % interval, in nanoseconds; {@link Samples#LOST} stands for "not bounded",
 * its negative for "not bounded below".
 *
 * @param claimed whether there were enough samples to claim it
 */
public record Interval(long low, long value, long high, boolean claimed) {

  /** The interval, longer at both ends by what a null control has shown. */
  Interval widened(long bias) {
    return new Interval(plus(low, -Math.abs(bias)), value, plus(high, Math.abs(bias)), claimed);
  }

  /** The interval less a known value. */
  Interval minus(long known) {
    return new Interval(plus(low, -known), plus(value, -known), plus(high, -known), claimed);
  }

  /** The difference of two that know nothing of each other: from the least to the most. */
  Interval minus(Interval other) {
    return new Interval(
        other.high == Samples.LOST ? -Samples.LOST : plus(low, -other.high),
        plus(value, -other.value),
        plus(high, -other.low),
        claimed && other.claimed);
  }

  private static long plus(long end, long by) {
    boolean bounded = Math.abs(end) != Samples.LOST;
    boolean known = Math.abs(by) != Samples.LOST;
    return bounded ? (known ? end + by : by) : end;
  }
}
