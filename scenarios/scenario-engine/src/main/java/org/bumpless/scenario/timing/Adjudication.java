package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Optional;

/**
 * Whether a host can judge by a budget, said by what it measures where no product stands.
 *
 * @param quantity for example {@code added latency p99.9}
 * @param budgetNanos the limit
 * @param floor what is measured of it without a product
 * @param biasNanos what two such measurements differ by
 * @param obstacle why a run would be refused here, whatever the floor; empty if it would not
 */
public record Adjudication(
    String quantity, long budgetNanos, Interval floor, long biasNanos, Optional<String> obstacle) {

  /** What the host can do. */
  public enum Answer {
    CAN,
    /** It may, but this was too short to tell. */
    MORE_SAMPLES,
    CANNOT
  }

  /**
   * A quantile of the latency; judged by the rule by which runs are refused.
   *
   * @param plan by which the two arms were measured
   */
  public static Adjudication ofQuantile(
      String quantity,
      double q,
      long budgetNanos,
      LatencyPlan plan,
      Samples direct,
      Samples again,
      HostNoise host) {
    Optional<String> lost =
        direct.lost() + again.lost() > 0
            ? Optional.of(
                "%d requests got no answer though no product stands there"
                    .formatted(direct.lost() + again.lost()))
            : Optional.empty();
    Optional<String> behind =
        Doubts.missedRate(plan, direct) || Doubts.missedRate(plan, again)
            ? Optional.of(
                "even where no product stands %d requests a second cannot be sent"
                    .formatted(plan.rateHz()))
            : Optional.empty();
    Optional<String> asleep =
        host.wakeUpNanos(q) > budgetNanos / Doubts.PART
            ? Optional.of(
                "an idle thread already wakes up late by %s at this quantile, more than a quarter of the budget"
                    .formatted(LatencyJudge.millis(host.wakeUpNanos(q))))
            : Optional.empty();
    return new Adjudication(
        quantity,
        budgetNanos,
        Quantiles.absolute(direct, q, Look.FIRST.tail()),
        Math.abs(Quantiles.shift(direct, again, q)),
        lost.or(() -> behind).or(() -> asleep).or(() -> busy(host)));
  }

  private static Optional<String> busy(HostNoise host) {
    return Doubts.saturated(host.idle())
        .map(
            _ ->
                "the host had only %.0f %% of its processors to spare while it was measured: a faster or quieter one would settle it"
                    .formatted(100 * host.idle().orElse(0)));
  }

  /**
   * A time of which the slowest counts, measured some times without a product.
   *
   * @param planned how often; what was measured less often failed
   */
  public static Adjudication ofSlowest(
      String quantity, long budgetNanos, List<Long> nanos, int planned) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    long slowest = sorted.length == 0 ? Samples.LOST : sorted[sorted.length - 1];
    return new Adjudication(
        quantity,
        budgetNanos,
        new Interval(sorted.length == 0 ? 0 : sorted[0], slowest, slowest, sorted.length > 0),
        0,
        sorted.length < planned
            ? Optional.of("%d of %d failed".formatted(planned - sorted.length, planned))
            : Optional.empty());
  }

  /** The most that the floor may be. */
  public long roomNanos() {
    return budgetNanos / Doubts.PART;
  }

  public Answer answer() {
    if (reason().isPresent()) {
      return Answer.CANNOT;
    }
    return floor.high() <= roomNanos() && floor.claimed() ? Answer.CAN : Answer.MORE_SAMPLES;
  }

  /** Why the host cannot; empty if it can, or may. */
  public Optional<String> reason() {
    if (obstacle.isPresent()) {
      return obstacle;
    }
    if (floor.low() > roomNanos()) {
      return Optional.of(
          "without a product it is %s at least, more than a quarter of the budget"
              .formatted(LatencyJudge.millis(floor.low())));
    }
    return biasNanos > roomNanos()
        ? Optional.of(
            "two measurements without a product differ by %s, more than a quarter of the budget"
                .formatted(LatencyJudge.millis(biasNanos)))
        : Optional.empty();
  }
}
