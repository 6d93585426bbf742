package org.bumpless.features.run;

import java.util.List;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.LatencyFinding;

/** What a set of features brought. */
public record Outcome(
    List<ScenarioResult> scenarios, List<LatencyFinding> latencies, List<TimingFigure> timings) {
  public Outcome {
    scenarios = List.copyOf(scenarios);
    latencies = List.copyOf(latencies);
    timings = List.copyOf(timings);
  }
}
