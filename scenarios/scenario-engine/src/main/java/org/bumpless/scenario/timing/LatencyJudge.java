package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/** Judges latency against a budget by the rule of DESIGN section 8. */
public final class LatencyJudge {
  /** A floor above this part of the budget leaves no room for a judgement. */
  private static final int FLOOR_PART = 4;

  private LatencyJudge() {}

  public static LatencyFinding judge(
      String flow,
      ConduitId conduit,
      String label,
      Budget budget,
      LatencyPlan plan,
      Map<Arm, Samples> samples,
      RandomGenerator random) {
    List<Figure> figures =
        List.of(
            figure("p50", 0.5, budget.addedP50Max().toNanos(), samples, random),
            figure("p99.9", 0.999, budget.addedP999Max().toNanos(), samples, random));
    Verdict verdict =
        RollUp.of(figures.stream().map(Figure::verdict).toList(), "no latency was measured");
    return new LatencyFinding(flow, conduit, label, budget, plan, samples, figures, verdict);
  }

  private static Figure figure(
      String name, double q, long budget, Map<Arm, Samples> samples, RandomGenerator random) {
    Samples direct = of(samples, Arm.DIRECT);
    Samples again = of(samples, Arm.DIRECT_AGAIN);
    Samples product = of(samples, Arm.PRODUCT);
    Interval floor = Quantiles.absolute(direct.sorted(), q);
    Interval absolute = Quantiles.absolute(product.sorted(), q);
    Interval noise = Quantiles.difference(direct, again, q, random);
    Interval added = Quantiles.difference(direct, product, q, random);
    return new Figure(
        name,
        q,
        floor,
        absolute,
        noise,
        added,
        budget,
        verdict(name, budget, floor, absolute, added));
  }

  private static Samples of(Map<Arm, Samples> samples, Arm arm) {
    Samples found = samples.get(arm);
    if (found == null || found.count() == 0) {
      throw new IllegalArgumentException("no samples of arm " + arm.label());
    }
    return found;
  }

  static Verdict verdict(
      String name, long budget, Interval floor, Interval absolute, Interval added) {
    if (added.low() > budget) {
      return new Verdict.Fail(
          "added latency %s is at least %s; the budget is %s"
              .formatted(name, millis(added.low()), millis(budget)));
    }
    if (!absolute.claimed()) {
      return new Verdict.Inconclusive(
          "too few samples to claim %s: more time per arm would settle it".formatted(name));
    }
    if (floor.value() > budget / FLOOR_PART) {
      return new Verdict.Inconclusive(
          "without the product %s is already %s, more than a quarter of the budget %s: a quieter host would settle it"
              .formatted(name, millis(floor.value()), millis(budget)));
    }
    if (absolute.high() <= budget) {
      return new Verdict.Pass();
    }
    return new Verdict.Inconclusive(
        "%s through the product lies between %s and %s, astride the budget %s: more samples would settle it"
            .formatted(name, millis(absolute.low()), millis(absolute.high()), millis(budget)));
  }

  /** Nanoseconds as people read them. */
  public static String millis(long nanos) {
    return nanos == Samples.LOST
        ? "no answer"
        : String.format(Locale.ROOT, "%.3f ms", nanos / 1_000_000.0);
  }
}
