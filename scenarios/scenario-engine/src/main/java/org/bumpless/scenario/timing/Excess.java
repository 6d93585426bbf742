package org.bumpless.scenario.timing;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many more requests are late with the product than its budget and the host's noise can
 * explain. On a noisy host this tells more than the difference of two quantiles, in which the whole
 * noise of the tail stands.
 *
 * <p>A request through the product takes the noise and what the product adds. If the product keeps
 * its budget at quantile q, then at most a share 1 - q of the requests has more than the budget
 * added, and a share of them, known from the direct arms, has more than half a budget of noise:
 * together they bound the share that can take more than one and a half budgets (union bound).
 */
final class Excess {
  private static final int NOISE_PART = 2;

  /**
   * What the end of the interval leaves out. Much less than elsewhere, for this is asked where
   * noise fills the budget: there, stalls that happen to lie in the product's few blocks would fail
   * a sound product nearly once in a hundred times by an interval of the usual width.
   */
  private static final double TAIL = 0.001;

  private static final int DRAWS = 4_000;

  private Excess() {}

  /**
   * The share of requests beyond one and a half budgets that neither budget nor noise explains: the
   * lower end of its interval, by a bootstrap over blocks. Above 0 the budget is not kept.
   *
   * @param direct one null arm, and
   * @param again the other: the noisier of the two counts
   */
  static double unexplained(
      Samples direct,
      Samples again,
      Samples product,
      double q,
      long budget,
      RandomGenerator random) {
    long noise = budget / NOISE_PART;
    double[] late = shares(product.blocks(), budget + noise);
    double[] one = shares(direct.blocks(), noise);
    double[] other = shares(again.blocks(), noise);
    int blocks = Math.min(late.length, Math.min(one.length, other.length));
    double[] drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      int[] places = random.ints(blocks, 0, blocks).toArray();
      drawn[i] = mean(late, places) - Math.max(mean(one, places), mean(other, places)) - (1 - q);
    }
    Arrays.sort(drawn);
    return drawn[(int) (DRAWS * TAIL)];
  }

  private static double[] shares(List<long[]> blocks, long beyond) {
    return blocks.stream()
        .mapToDouble(b -> Arrays.stream(b).filter(v -> v > beyond).count() / (double) b.length)
        .toArray();
  }

  private static double mean(double[] shares, int[] places) {
    return Arrays.stream(places).mapToDouble(b -> shares[b]).average().orElse(0);
  }
}
