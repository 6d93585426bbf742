package org.bumpless.scenario.result;

import java.util.List;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;

/**
 * What scenarios have measured.
 *
 * @param latencies of flows, in interleaved blocks
 * @param timings single times, such as a session's set-up
 * @param loads up to which a flow keeps its budget
 */
public record Measured(
    List<LatencyFinding> latencies, List<TimingFigure> timings, List<LoadFinding> loads) {
  /** Nothing at all. */
  public static final Measured NOTHING = new Measured(List.of(), List.of(), List.of());

  public Measured {
    latencies = List.copyOf(latencies);
    timings = List.copyOf(timings);
    loads = List.copyOf(loads);
  }
}
