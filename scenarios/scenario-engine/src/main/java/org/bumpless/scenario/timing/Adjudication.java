package org.bumpless.scenario.timing;

import java.util.List;

/**
 * Whether a host can judge by a budget, said by what it measures where no product stands.
 *
 * @param quantity for example {@code added latency p99.9}
 * @param budgetNanos the limit
 * @param floor what is measured of it without a product
 * @param biasNanos what two such measurements differ by
 */
public record Adjudication(String quantity, long budgetNanos, Interval floor, long biasNanos) {

  /** What the host can do. */
  public enum Answer {
    CAN,
    /** It may, but this was too short to tell. */
    MORE_SAMPLES,
    CANNOT
  }

  /** A quantile of the latency; judged by the rule by which runs are refused. */
  public static Adjudication ofQuantile(
      String quantity, double q, long budgetNanos, Samples direct, Samples again) {
    return new Adjudication(
        quantity,
        budgetNanos,
        Quantiles.absolute(direct.sorted(), q, Look.FIRST.tail()),
        Math.abs(Quantiles.shift(direct, again, q)));
  }

  /** A time of which the slowest counts, measured some times without a product. */
  public static Adjudication ofSlowest(String quantity, long budgetNanos, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    long slowest = sorted.length == 0 ? Samples.LOST : sorted[sorted.length - 1];
    return new Adjudication(
        quantity,
        budgetNanos,
        new Interval(sorted.length == 0 ? 0 : sorted[0], slowest, slowest, sorted.length > 0),
        0);
  }

  /** The most that the floor may be. */
  public long roomNanos() {
    return budgetNanos / Doubts.PART;
  }

  public Answer answer() {
    if (floor.low() > roomNanos() || biasNanos > roomNanos()) {
      return Answer.CANNOT;
    }
    return floor.high() <= roomNanos() && floor.claimed() ? Answer.CAN : Answer.MORE_SAMPLES;
  }
}
