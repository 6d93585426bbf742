package org.bumpless.reports.sweep;

import java.util.List;

/**
 * A whole sweep.
 *
 * @param plant id of the plant
 * @param conduits those that were asked for
 * @param idle those of them that no loop and no supervision crosses
 */
public record SweepReport(
    String plant,
    String title,
    long seed,
    List<String> conduits,
    List<String> idle,
    List<SweepFinding> findings) {
  public SweepReport {
    conduits = List.copyOf(conduits);
    idle = List.copyOf(idle);
    findings = List.copyOf(findings);
  }

  /** Whether the plant file allows more somewhere than the process bears. */
  public boolean looser() {
    return findings.stream().anyMatch(its -> its.judgement() == Judgement.LOOSER);
  }
}
