package org.bumpless.scenario.timing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What makes a latency figure worthless, whatever it says (DESIGN section 8): lost samples, a
 * missed send rate, too few samples; and how much a floor or a null control of more than a quarter
 * of the budget takes from it.
 */
final class Doubts {
  /** A floor above this part of the budget leaves no room for a judgement. */
  static final long PART = 4;

  /** A block whose last request left later than this part of its length has not kept its rate. */
  private static final long BEHIND_PART = 10;

  private Doubts() {}

  /** What is wrong with the measurement as a whole. */
  static Optional<String> ofAll(LatencyPlan plan, Map<Arm, Samples> samples) {
    for (Map.Entry<Arm, Samples> arm : samples.entrySet()) {
      int planned = plan.of(arm.getKey()).requestsPerArm();
      if (arm.getValue().count() != planned) {
        return Optional.of(
            "%d requests were planned for %s and %d are known: the measurement is not complete"
                .formatted(planned, arm.getKey().label(), arm.getValue().count()));
      }
    }
    for (Arm arm : Arm.values()) {
      Samples its = samples.get(arm);
      if (arm == Arm.PRODUCT || its == null) {
        continue;
      }
      if (its.lost() > 0) {
        return Optional.of(
            "%d of %d requests past the product (%s) got no answer: the bench itself loses them"
                .formatted(its.lost(), its.count(), arm.label()));
      }
      if (missedRate(plan.of(arm), its)) {
        return Optional.of(
            "even past the product (%s) the bench cannot send %d requests per second: a lower rate or a quieter host would settle it"
                .formatted(arm.label(), plan.rateHz()));
      }
    }
    return Optional.empty();
  }

  /** That the instrument has misread what it knew. */
  static Optional<String> of(SelfTest selfTest) {
    return selfTest.sound()
        ? Optional.empty()
        : Optional.of(
            "the instrument does not read what it knows (%s): a quieter host would settle it"
                .formatted(selfTest.told()));
  }

  /** Whether a quantile cannot be claimed. */
  static Optional<String> tooFew(String name, Interval floor, Interval absolute) {
    return absolute.claimed() && floor.claimed()
        ? Optional.empty()
        : Optional.of(
            "too few samples to claim %s: more time per arm would settle it".formatted(name));
  }

  /**
   * Why the host is too noisy for a difference to speak for itself: the floor or the null control
   * is too large a part of the budget. Empty on a quiet host.
   *
   * @param wakeUp how late an idle thread woke up, at the same quantile; 0 if nobody looked
   */
  static Optional<String> noise(
      String name, long budget, Interval floor, Interval nullControl, long wakeUp) {
    long bias = Math.abs(nullControl.value());
    long worst = Math.max(wakeUp, Math.max(floor.value(), bias));
    if (worst <= budget / PART) {
      return Optional.empty();
    }
    String seen;
    if (worst == floor.value()) {
      seen = "without the product %s is already %s";
    } else if (worst == bias) {
      seen = "two measurements without the product differ at %s by %s";
    } else {
      seen = "the %s of an idle thread's wake-ups is already %s";
    }
    return Optional.of(
        (seen + ", more than a quarter of the budget %s: a quieter host would settle it")
            .formatted(name, LatencyJudge.millis(worst), LatencyJudge.millis(budget)));
  }

  /**
   * Why lateness is not the product's own: it would have been served by processors that the bench
   * itself had taken. What is inside the budget all the same is inside.
   */
  static Optional<String> saturated(OptionalDouble idle) {
    return idle.stream()
        .filter(HostNoise::saturated)
        .mapToObj(
            share ->
                "the host had %.0f %% of its processors to spare while requests went through the product: a faster host would settle it"
                    .formatted(100 * share))
        .findFirst();
  }

  /**
   * Whether half of the blocks ended with requests that waited for earlier ones: then the latencies
   * from the intended time measure the queue in the one client, not the product.
   */
  static boolean missedRate(LatencyPlan plan, Samples samples) {
    long limit = plan.block().toNanos() / BEHIND_PART;
    int blocks = samples.blocks().size();
    long behind = IntStream.range(0, blocks).filter(b -> samples.behindNanos(b) > limit).count();
    return 2 * behind >= blocks;
  }
}
