package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.verdict.Verdict;

/**
 * What was found about the latency of a conduit.
 *
 * @param target what was measured
 * @param samples of each arm
 * @param figures one for each quantile that was looked at
 * @param selfTest whether the instrument read what it knew
 * @param observed what nothing is demanded of
 * @param wire what was seen of the same requests at the product's legs, if there are any
 */
public record LatencyFinding(
    Target target,
    LatencyPlan plan,
    Map<Arm, Samples> samples,
    List<Figure> figures,
    Verdict verdict,
    SelfTest selfTest,
    Observations observed,
    Optional<WireFinding> wire) {

  public String flow() {
    return target.flow();
  }

  public ConduitId conduit() {
    return target.conduit();
  }

  public String label() {
    return target.label();
  }

  public Budget budget() {
    return target.budget();
  }

  /**
   * The finding with what was seen of the same requests on the wire. That answers left the product
   * inside the budget cannot be feigned by noise, that they left late can: so the wire may settle
   * what the host was too noisy for (not what a failed self-test has made worthless), and take back
   * a failure that the product itself did not cause, but fails nobody.
   *
   * @param kept nanoseconds that the product kept of each request, in the order in which they came
   * @param sameBytes how many requests were matched by their bytes
   */
  public LatencyFinding seen(long[] kept, int sameBytes) {
    return with(WireFinding.of(kept, sameBytes, budget(), plan));
  }

  /** The finding, with a reason why nothing can be said of the wire. */
  public LatencyFinding unseen(String why) {
    return with(WireFinding.lacking(why));
  }

  private LatencyFinding with(WireFinding found) {
    return new LatencyFinding(
        target,
        plan,
        samples,
        figures,
        found.inside() ? exonerated() : verdict,
        selfTest,
        observed,
        Optional.of(found));
  }

  /** The verdict on a product that kept no request for longer than it may. */
  private Verdict exonerated() {
    return switch (verdict) {
      case Verdict.Pass pass -> pass;
      case Verdict.Fail(var evidence) ->
          new Verdict.Inconclusive(
              evidence.stream()
                  .map(
                      late ->
                          late
                              + "; but on the wire the product itself is inside it: a faster host would settle it")
                  .toList());
      case Verdict.Inconclusive open ->
          selfTest.sound() && moreWouldSettle() ? new Verdict.Pass() : open;
    };
  }

  /** Whether the wire said what a figure of the host alone could not. */
  public boolean settledOnTheWire(Figure figure) {
    return verdict instanceof Verdict.Pass && !(figure.verdict() instanceof Verdict.Pass);
  }

  /**
   * Whether more samples can settle what these leave open. They cannot take back a request that got
   * no answer, nor make a connection send faster.
   */
  public boolean moreWouldSettle() {
    return verdict instanceof Verdict.Inconclusive
        && samples.entrySet().stream()
            .allMatch(
                arm ->
                    arm.getValue().lost() == 0
                        && !Doubts.missedRate(plan.of(arm.getKey()), arm.getValue()));
  }

  /**
   * One quantile.
   *
   * @param name for example {@code p99.9}
   * @param noise difference between direct and direct'
   * @param added what the product adds to direct
   * @param absolute through the product
   * @param budgetNanos limit on what is added
   */
  public record Figure(
      String name,
      double quantile,
      Interval direct,
      Interval absolute,
      Interval noise,
      Interval added,
      long budgetNanos,
      Verdict verdict) {}
}
