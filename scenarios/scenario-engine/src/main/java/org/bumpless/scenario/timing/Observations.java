package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What else a measurement shows. No budget speaks of it, so nothing of it is judged.
 *
 * @param quantiles beyond those that have a budget, as far as there are enough samples to claim
 *     them
 * @param missesDirect answers past the product that were of no use any more
 * @param misses the same through the product
 * @param fairness between the connections through the product
 * @param host what it was like meanwhile
 */
public record Observations(
    List<Quantile> quantiles,
    Jitter jitter,
    Misses missesDirect,
    Misses misses,
    Fairness fairness,
    HostNoise host) {
  private static final NavigableMap<Double, String> NAMES =
      new TreeMap<>(Map.of(0.99, "p99", 0.9999, "p99.99", 0.99999, "p99.999"));

  public Observations {
    quantiles = List.copyOf(quantiles);
  }

  /**
   * One quantile.
   *
   * @param name for example {@code p99}
   * @param direct past the product
   * @param product through it
   * @param added what the product adds
   */
  public record Quantile(
      String name, double quantile, Interval direct, Interval product, Interval added) {}

  /**
   * Packet delay variation: p99.9 less the quickest (RFC 5481, section 4.2; ITU-T Y.1540).
   *
   * @param added what the product adds: from the least to the most that the two together allow
   */
  public record Jitter(Interval direct, Interval product, Interval added) {
    static Jitter of(Samples direct, Samples product, double tail) {
      Interval without = variation(direct, tail);
      Interval with = variation(product, tail);
      return new Jitter(without, with, with.minus(without));
    }

    private static Interval variation(Samples samples, double tail) {
      long[] sorted = samples.sorted();
      return Quantiles.absolute(samples, Quantiles.TAIL, tail).minus(sorted[0]);
    }
  }

  static Observations of(Target target, LatencyPlan plan, Taken taken, RandomGenerator random) {
    Map<Arm, Samples> arms = taken.arms();
    Samples direct = arms.getOrDefault(Arm.DIRECT, Samples.NONE);
    Samples product = arms.getOrDefault(Arm.PRODUCT, Samples.NONE);
    double tail = plan.look().tail();
    int fewest = Math.min(direct.count(), product.count());
    return new Observations(
        NAMES.entrySet().stream()
            .filter(named -> Quantiles.claimable(fewest, named.getKey()))
            .map(named -> quantile(named.getValue(), named.getKey(), direct, product, tail, random))
            .toList(),
        Jitter.of(direct, product, tail),
        Misses.of(direct, target.deadline(), plan.rateHz()),
        Misses.of(product, target.deadline(), plan.rateHz()),
        Fairness.of(product, plan.lines(Arm.PRODUCT, target.budget()), target.deadline()),
        taken.host());
  }

  private static Quantile quantile(
      String name, double q, Samples direct, Samples product, double tail, RandomGenerator random) {
    return new Quantile(
        name,
        q,
        Quantiles.absolute(direct, q, tail),
        Quantiles.absolute(product, q, tail),
        Quantiles.difference(direct, product, q, tail, random));
  }
}
