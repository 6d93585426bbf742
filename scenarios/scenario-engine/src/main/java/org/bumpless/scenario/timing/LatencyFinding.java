package org.bumpless.scenario.timing;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.scenario.verdict.Verdict;

/**
 * What was found about the latency of a conduit.
 *
 * @param flow what was measured, in words, for example {@code SCADA-1 to LIC-101 over modbus-tcp}
 * @param label where the time stamps come from: {@code host} (JVM) or {@code wire} (kernel, on a
 *     tap)
 * @param samples of each arm
 * @param figures one for each quantile that was looked at
 */
public record LatencyFinding(
    String flow,
    ConduitId conduit,
    String label,
    Budget budget,
    LatencyPlan plan,
    Map<Arm, Samples> samples,
    List<Figure> figures,
    Verdict verdict) {

  /**
   * Whether more samples can settle what these leave open. They cannot take back a request that got
   * no answer, nor make a connection send faster.
   */
  public boolean moreWouldSettle() {
    return verdict instanceof Verdict.Inconclusive
        && samples.values().stream()
            .allMatch(its -> its.lost() == 0 && !Doubts.missedRate(plan, its));
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
