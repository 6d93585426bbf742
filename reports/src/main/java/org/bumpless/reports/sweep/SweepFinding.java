package org.bumpless.reports.sweep;

import java.util.List;
import java.util.Optional;

/**
 * What one loop, safety function or supervisory function bears in one conduit.
 *
 * @param loop the controller or safety function, for example {@code LIC-101}
 * @param function what crosses the conduit, in words
 * @param tried what the process was put through, in words
 * @param delay each way, ns; empty if no limit follows from the function
 * @param jitter of a delay that is uniform between 0 and twice the figure, ns
 * @param loss share of the telegrams
 * @param budgetNanos what the plant file allows at the 99.9th percentile, if it has a budget
 * @param curve the trials with a delay alone, by delay
 */
public record SweepFinding(
    String conduit,
    String loop,
    String function,
    String tried,
    Optional<Extent> delay,
    Optional<Extent> jitter,
    Optional<Extent> loss,
    Optional<Long> budgetNanos,
    Judgement judgement,
    List<SweepPoint> curve) {
  public SweepFinding {
    curve = List.copyOf(curve);
  }
}
