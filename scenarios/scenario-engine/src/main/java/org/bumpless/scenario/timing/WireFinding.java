package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.model.Budget;

/**
 * What the product keeps of the time of a request and its answer, by the kernel's clock at its own
 * legs: what the measuring client costs, and what the controller takes, is not in it.
 *
 * @param requests how many were seen on both sides of the product
 * @param sameBytes how many of them are matched by their bytes, transaction number included; the
 *     others by the order of the byte streams, for they are encrypted on one side
 * @param figures one for each quantile; none if something is lacking
 * @param lack why nothing can be said; empty if something can
 */
public record WireFinding(int requests, int sameBytes, List<Figure> figures, String lack) {
  public WireFinding {
    figures = List.copyOf(figures);
  }

  /**
   * One quantile.
   *
   * @param name for example {@code p99.9}
   * @param kept what the product keeps
   * @param budgetNanos limit on what is added
   */
  public record Figure(String name, double quantile, Interval kept, long budgetNanos) {
    /** Whether all that the product can have kept is inside the budget. */
    public boolean inside() {
      return kept.claimed() && kept.high() <= budgetNanos;
    }
  }

  /** Nothing can be said. */
  public static WireFinding lacking(String why) {
    return new WireFinding(0, 0, List.of(), why);
  }

  /**
   * The finding.
   *
   * @param kept nanoseconds, of each measured request, in the order in which they came
   */
  static WireFinding of(long[] kept, int sameBytes, Budget budget, LatencyPlan plan) {
    int planned = plan.requestsPerArm();
    if (kept.length != planned) {
      return lacking(
          "%d requests were planned and %d were seen on both sides of the product"
              .formatted(planned, kept.length));
    }
    Samples inBlocks =
        new Samples(
            IntStream.range(0, plan.blocksPerArm())
                .mapToObj(block -> block(kept, block, plan.requestsPerBlock()))
                .toList());
    double tail = plan.look().tail();
    return new WireFinding(
        kept.length,
        sameBytes,
        List.of(
            figure("p50", 0.5, inBlocks, tail, budget.addedP50Max().toNanos()),
            figure("p99.9", Quantiles.TAIL, inBlocks, tail, budget.addedP999Max().toNanos())),
        "");
  }

  private static long[] block(long[] kept, int block, int length) {
    return Arrays.copyOfRange(kept, block * length, (block + 1) * length);
  }

  private static Figure figure(String name, double q, Samples kept, double tail, long budget) {
    return new Figure(name, q, Quantiles.absolute(kept, q, tail), budget);
  }

  /** Whether the product is inside its budget, by what was seen here alone. */
  public boolean inside() {
    return !figures.isEmpty() && figures.stream().allMatch(Figure::inside);
  }
}
