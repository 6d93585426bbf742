package org.bumpless.features.run;

import java.util.List;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.LatencyFinding;

/** What a set of features brought. */
public record Outcome(
    List<ScenarioResult> scenarios, List<LatencyFinding> latencies, List<TimingFigure> timings) {
  /** What a bench brings that has not driven anything. */
  public static final Outcome NONE = new Outcome(List.of(), List.of(), List.of());

  public Outcome {
    scenarios = List.copyOf(scenarios);
    latencies = List.copyOf(latencies);
    timings = List.copyOf(timings);
  }
}
