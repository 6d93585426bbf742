package org.bumpless.runner.sweep;

import java.util.function.DoublePredicate;
import org.bumpless.reports.sweep.Extent;

/**
 * Looks for the largest amount that is borne: doubles until it is too much, or halves until it is
 * not, then bisects to 5 %. Supposes that what is too much stays too much.
 *
 * @param first amount that is tried first, above 0
 * @param most nothing greater is tried
 * @param least where even this is too much, none is borne
 */
record Search(double first, double most, double least) {
  private static final double CLOSE = 1.05;

  /** From 1 ms; what is less than 10 us is none. */
  static Search delay(double mostNanos) {
    return new Search(1e6, mostNanos, 1e4);
  }

  /** From one telegram in a hundred. */
  static Search loss() {
    return new Search(0.01, 0.98, 0.001);
  }

  Extent largest(DoublePredicate borne) {
    double good = 0;
    double bad = Double.POSITIVE_INFINITY;
    double next = Math.min(first, most);
    while (good == 0 || Double.isInfinite(bad)) {
      if (borne.test(next)) {
        good = next;
        if (next >= most) {
          return new Extent(most, true);
        }
        next = Double.isInfinite(bad) ? Math.min(2 * next, most) : next;
      } else {
        bad = next;
        if (good == 0 && next <= least) {
          return Extent.NONE;
        }
        next = good == 0 ? Math.max(next / 2, least) : next;
      }
    }
    while (bad / good > CLOSE) {
      double middle = (good + bad) / 2;
      if (borne.test(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return new Extent(good, false);
  }
}
