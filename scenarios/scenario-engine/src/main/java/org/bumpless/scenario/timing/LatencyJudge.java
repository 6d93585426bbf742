package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/** Judges latency against a budget by the rule of DESIGN section 8. */
public final class LatencyJudge {
  private LatencyJudge() {}

  /**
   * The finding.
   *
   * @throws IllegalArgumentException if an arm has no samples
   */
  public static LatencyFinding judge(
      String flow,
      ConduitId conduit,
      String label,
      Budget budget,
      LatencyPlan plan,
      Map<Arm, Samples> samples,
      RandomGenerator random) {
    Optional<String> doubt = Doubts.ofAll(plan, samples);
    boolean missedRate = Doubts.missedRate(plan, of(samples, Arm.PRODUCT));
    Rules rules = new Rules(doubt, missedRate, plan.rateHz());
    List<Figure> figures =
        List.of(
            figure("p50", 0.5, budget.addedP50Max().toNanos(), samples, rules, random),
            figure("p99.9", 0.999, budget.addedP999Max().toNanos(), samples, rules, random));
    Verdict verdict =
        RollUp.of(figures.stream().map(Figure::verdict).toList(), "no latency was measured");
    return new LatencyFinding(flow, conduit, label, budget, plan, samples, figures, verdict);
  }

  /**
   * What holds for all figures of a measurement.
   *
   * @param doubt what is wrong with all of it
   * @param missedRate whether the product could not answer as often as was planned
   */
  private record Rules(Optional<String> doubt, boolean missedRate, int rateHz) {}

  private static Figure figure(
      String name,
      double q,
      long budget,
      Map<Arm, Samples> samples,
      Rules rules,
      RandomGenerator random) {
    Samples direct = of(samples, Arm.DIRECT);
    Samples again = of(samples, Arm.DIRECT_AGAIN);
    Samples product = of(samples, Arm.PRODUCT);
    Interval floor = Quantiles.absolute(direct.sorted(), q);
    Interval absolute = Quantiles.absolute(product.sorted(), q);
    Interval noise = Quantiles.difference(direct, again, q, random);
    // A product that does not keep up is judged without the queue before it: no excuse, no
    // injustice.
    Interval added =
        Quantiles.difference(
                rules.missedRate() ? direct.withoutWaiting() : direct,
                rules.missedRate() ? product.withoutWaiting() : product,
                q,
                random)
            .widened(noise.value());
    Verdict verdict =
        rules
            .doubt()
            .or(() -> Doubts.ofFigure(name, budget, floor, absolute, noise))
            .<Verdict>map(Verdict.Inconclusive::new)
            .orElseGet(() -> verdict(name, budget, absolute, added, product, rules));
    return new Figure(name, q, floor, absolute, noise, added, budget, verdict);
  }

  private static Samples of(Map<Arm, Samples> samples, Arm arm) {
    Samples found = samples.get(arm);
    if (found == null || found.count() == 0) {
      throw new IllegalArgumentException("no samples of arm " + arm.label());
    }
    return found;
  }

  private static Verdict verdict(
      String name, long budget, Interval absolute, Interval added, Samples product, Rules rules) {
    String lost =
        "%d of %d requests through the product got no answer"
            .formatted(product.lost(), product.count());
    if (added.low() == Samples.LOST) {
      return new Verdict.Fail(lost + ", too many to claim " + name);
    }
    if (added.low() > budget) {
      return new Verdict.Fail(
          "added latency %s is at least %s; the budget is %s"
              .formatted(name, millis(added.low()), millis(budget)));
    }
    if (product.lost() > 0) {
      return new Verdict.Inconclusive(lost + ": more samples would settle it");
    }
    if (rules.missedRate()) {
      return new Verdict.Inconclusive(
          "through the product one client cannot send %d requests per second, one after the other: a lower rate would settle %s"
              .formatted(rules.rateHz(), name));
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
