package org.bumpless.scenario.result;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.verdict.Verdict;

/**
 * One run of the bench, as far as it has come.
 *
 * @param status whether it came to its end; kept apart from the verdict
 * @param ended while it runs: when this was put together
 * @param startNanos bench clock at the start: the zero of every trend and mark
 * @param families titles of the requirements' families, in the catalogue's order
 * @param stations how each polling flow fared over the whole run
 * @param marks revocations, faults and what became of the product, in their order; the first of
 *     them if there are very many
 * @param trends truth of some process signals over the whole run; left out while it runs
 */
public record RunResult(
    RunManifest manifest,
    Status status,
    Instant ended,
    Verdict verdict,
    ScanFacts scans,
    long startNanos,
    Map<String, String> families,
    List<RequirementResult> requirements,
    List<ScenarioResult> scenarios,
    Measured measured,
    List<Stations.Fare> stations,
    List<Entry.Mark> marks,
    List<Process.Series> trends) {

  public RunResult {
    families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    requirements = List.copyOf(requirements);
    scenarios = List.copyOf(scenarios);
    stations = List.copyOf(stations);
    marks = List.copyOf(marks);
    trends = List.copyOf(trends);
  }

  /** Whether a run came to its end. */
  public enum Status {
    RUNNING,
    FINISHED,
    INTERRUPTED
  }

  public List<LatencyFinding> latencies() {
    return measured.latencies();
  }

  public List<TimingFigure> timings() {
    return measured.timings();
  }

  public String runId() {
    return manifest.runId();
  }

  public Plant plant() {
    return manifest.plant();
  }

  public Sut sut() {
    return manifest.sut();
  }

  public Profile profile() {
    return manifest.profile();
  }

  /** The line that does the same again. */
  public String replay() {
    return manifest.origin().replay();
  }
}
