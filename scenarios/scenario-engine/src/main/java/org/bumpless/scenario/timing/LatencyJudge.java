package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bumpless.plant.model.Budget;
import org.bumpless.scenario.timing.LatencyFinding.Figure;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Judges latency against a budget by the rule of DESIGN section 8, sharpened in one point: a floor
 * above a quarter of the budget voids what noise can feign, and that is never a PASS. Noise only
 * adds, so a product whose absolute times are inside the budget with all of the host's noise in
 * them is inside it. A FAIL needs on such a host what {@link Excess} says, which noise cannot feign
 * either. Nor does a host fail a product that has hardly any processor to spare: what is slow there
 * may be quick elsewhere.
 */
public final class LatencyJudge {
  private LatencyJudge() {}

  /**
   * The finding.
   *
   * @throws IllegalArgumentException if an arm has no samples
   */
  public static LatencyFinding judge(
      Target target, LatencyPlan plan, Taken taken, RandomGenerator random) {
    Budget budget = target.budget();
    Map<Arm, Samples> samples = taken.arms();
    double tail = plan.look().tail();
    SelfTest selfTest = selfTest(taken, tail, random);
    Optional<String> doubt = Doubts.ofAll(plan, samples).or(() -> Doubts.of(selfTest));
    boolean missedRate = Doubts.missedRate(plan, of(samples, Arm.PRODUCT));
    Rules rules = new Rules(doubt, missedRate, taken.host(), plan.rateHz(), tail);
    List<Figure> figures =
        List.of(
            figure("p50", Quantiles.MEDIAN, budget.addedP50Max().toNanos(), samples, rules, random),
            figure(
                "p99.9", Quantiles.TAIL, budget.addedP999Max().toNanos(), samples, rules, random));
    Verdict verdict =
        RollUp.of(figures.stream().map(Figure::verdict).toList(), "no latency was measured");
    return new LatencyFinding(
        target,
        plan,
        samples,
        figures,
        verdict,
        selfTest,
        Observations.of(target, plan, taken, random),
        Optional.empty());
  }

  private static SelfTest selfTest(Taken taken, double tail, RandomGenerator random) {
    Samples direct = of(taken.arms(), Arm.DIRECT);
    Samples again = of(taken.arms(), Arm.DIRECT_AGAIN);
    return SelfTest.of(
        of(taken.arms(), Arm.NULL_RELAY),
        of(taken.arms(), Arm.DELAYING_RELAY),
        taken.injected(),
        Quantiles.shift(direct, again, Quantiles.MEDIAN),
        taken.host(),
        tail,
        random);
  }

  /**
   * What holds for all figures of a measurement.
   *
   * @param doubt what is wrong with all of it
   * @param missedRate whether the product could not answer as often as was planned
   * @param host what it was like
   * @param tail what each end of an interval leaves out
   */
  private record Rules(
      Optional<String> doubt, boolean missedRate, HostNoise host, int rateHz, double tail) {

    /** A product that does not keep up is judged without the queue: no excuse, no injustice. */
    Samples fair(Samples samples) {
      return missedRate ? samples.withoutWaiting() : samples;
    }
  }

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
    Interval floor = Quantiles.absolute(direct, q, rules.tail());
    Interval absolute = Quantiles.absolute(product, q, rules.tail());
    Interval noise = Quantiles.difference(direct, again, q, rules.tail(), random);
    Samples without = rules.fair(direct);
    Samples with = rules.fair(product);
    Interval added =
        Quantiles.difference(without, with, q, rules.tail(), random).widened(noise.value());
    Optional<String> noisy = Doubts.noise(name, budget, floor, noise, rules.host().wakeUpNanos(q));
    boolean beyond =
        noisy.isEmpty()
            ? added.low() > budget
            : Excess.unexplained(without, rules.fair(again), with, q, budget, random) > 0;
    Verdict verdict =
        rules
            .doubt()
            .or(() -> Doubts.tooFew(name, floor, absolute))
            .<Verdict>map(Verdict.Inconclusive::new)
            .orElseGet(
                () ->
                    verdict(
                        new Seen(name, budget, absolute, added, noisy, beyond), product, rules));
    return new Figure(name, q, floor, absolute, noise, added, budget, verdict);
  }

  private static Samples of(Map<Arm, Samples> samples, Arm arm) {
    Samples found = samples.get(arm);
    if (found == null || found.count() == 0) {
      throw new IllegalArgumentException("no samples of arm " + arm.label());
    }
    return found;
  }

  /**
   * What was seen of one quantile.
   *
   * @param noisy why the host is too noisy for a difference to speak for itself
   * @param beyond whether the product adds more than its budget, noise or not
   */
  private record Seen(
      String name,
      long budget,
      Interval absolute,
      Interval added,
      Optional<String> noisy,
      boolean beyond) {

    /** Noise only adds: what is inside the budget with all of the host's noise in it, is inside. */
    boolean inside() {
      return absolute.high() <= budget;
    }

    String excess() {
      return noisy.isEmpty()
          ? "added latency %s is at least %s; the budget is %s"
              .formatted(name, millis(added.low()), millis(budget))
          : "added latency %s is beyond its budget %s: more requests are late than that and the host's noise explain; about %s were added"
              .formatted(name, millis(budget), millis(added.value()));
    }
  }

  private static Verdict verdict(Seen seen, Samples product, Rules rules) {
    String lost =
        "%d of %d requests through the product got no answer"
            .formatted(product.lost(), product.count());
    boolean tooManyLost = seen.added().low() == Samples.LOST;
    if (tooManyLost || seen.beyond()) {
      String why = tooManyLost ? lost + ", too many to claim " + seen.name() : seen.excess();
      return Doubts.saturated(rules.host().idle())
          .<Verdict>map(small -> new Verdict.Inconclusive(why + "; but " + small))
          .orElseGet(() -> new Verdict.Fail(why));
    }
    if (product.lost() > 0) {
      return new Verdict.Inconclusive(lost + ": a run without a lost answer would settle it");
    }
    if (rules.missedRate()) {
      return new Verdict.Inconclusive(
          "through the product one client cannot send %d requests per second, one after the other: a lower rate would settle %s"
              .formatted(rules.rateHz(), seen.name()));
    }
    if (seen.inside()) {
      return new Verdict.Pass();
    }
    return new Verdict.Inconclusive(
        seen.noisy()
            .orElseGet(
                () ->
                    "%s through the product lies between %s and %s, the budget is %s: more samples would settle it"
                        .formatted(
                            seen.name(),
                            millis(seen.absolute().low()),
                            millis(seen.absolute().high()),
                            millis(seen.budget()))));
  }

  /** Nanoseconds as people read them. */
  public static String millis(long nanos) {
    return nanos == Samples.LOST
        ? "no answer"
        : String.format(Locale.ROOT, "%.3f ms", nanos / 1_000_000.0);
  }
}
