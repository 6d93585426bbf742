package org.bumpless.scenario.result;

import java.time.Instant;
import java.util.List;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.verdict.Verdict;

/**
 * One run of the bench.
 *
 * @param runId name of the run, also of its folder, for example {@code
 *     20261124-081500-haproxy-mtls-42}
 * @param status whether it came to its end; kept apart from the verdict
 * @param startNanos bench clock at the start: the zero of every trend and mark
 * @param replay command that does the same again
 * @param stations how each polling flow fared over the whole run
 * @param trends truth of some process signals over the whole run
 */
public record RunResult(
    String runId,
    Instant started,
    Instant ended,
    Status status,
    Verdict verdict,
    long seed,
    String commit,
    HostFacts host,
    Sut sut,
    Plant plant,
    Profile profile,
    long startNanos,
    String replay,
    List<RequirementResult> requirements,
    List<ScenarioResult> scenarios,
    List<LatencyFinding> latencies,
    List<TimingFigure> timings,
    List<Stations.Fare> stations,
    List<Process.Series> trends) {

  /** Whether a run came to its end. */
  public enum Status {
    FINISHED,
    INTERRUPTED
  }
}
