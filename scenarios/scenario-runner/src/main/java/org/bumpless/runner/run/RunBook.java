package org.bumpless.runner.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.features.run.Observer;
import org.bumpless.features.run.Outcome;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.reports.ReportWriter;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.result.Certification;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScanFacts;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Verdict;

/**
 * Keeps what is known of a run and has it written into the run's folder, after each scenario and at
 * the end. A folder that can no longer be written ends the run ({@link #failed}), not the process.
 */
final class RunBook implements Observer {
  private static final Verdict NOT_OVER =
      new Verdict.Inconclusive("the run has not come to its end");

  /** A time line with more of them could not be read. */
  private static final int MARKS_MAX = 100;

  private final RunFolder folder;
  private final RunManifest manifest;
  private final Catalogue catalogue;
  private final NanoClock clock;
  private final ReportWriter reports;
  private Optional<Followed> followed = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private Outcome latest = Outcome.NONE;

  RunBook(RunFolder folder, RunManifest manifest, Catalogue catalogue, NanoClock clock) {
    this.folder = folder;
    this.manifest = manifest;
    this.catalogue = catalogue;
    this.clock = clock;
    this.reports = new ReportWriter(folder.path());
  }

  private record Followed(DrivenBench bench, long startNanos) {}

  /**
   * Before the bench starts.
   *
   * @throws MissingException if the folder cannot be written
   */
  void begin() {
    try {
      reports.begin(manifest);
      reports.update(result(RunResult.Status.RUNNING, List.of(NOT_OVER)));
    } catch (IOException e) {
      throw RunFolder.unwritable(folder.path(), e);
    }
  }

  /** The bench has come up; its zero of time is now. */
  void follow(DrivenBench bench) {
    followed = Optional.of(new Followed(bench, bench.clock().nanos()));
  }

  /** Whether the folder could not be written any more. */
  boolean failed() {
    return failure.isPresent();
  }

  @Override
  public void planned(int scenarios, int measuring) {
    // The report lists what was driven; what is to come is the terminal's business.
  }

  @Override
  public void started(String scenario, boolean measuring) {
    // The report has no half scenarios.
  }

  @Override
  public void finished(ScenarioResult result, Outcome soFar) {
    latest = soFar;
    try {
      reports.update(result(RunResult.Status.RUNNING, List.of(NOT_OVER)));
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /**
   * The run is over, in order or before its time.
   *
   * @param outside verdicts on what belongs to no scenario
   * @throws MissingException if the folder cannot be written, or could not be at an earlier time
   */
  RunResult end(RunResult.Status status, Outcome outcome, List<Verdict> outside) {
    latest = outcome;
    RunResult result = result(status, outside);
    try {
      if (failure.isPresent()) {
        throw failure.get();
      }
      reports.end(result);
      return result;
    } catch (IOException e) {
      throw RunFolder.unwritable(folder.path(), e);
    }
  }

  /** The run has ended by something that it cannot go on after. */
  void breakOff(Exception cause) {
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String what = followed.isPresent() ? "the run broke off: " : "the bench did not start: ";
    String sentence =
        cause instanceof InterruptedException ? "the run was interrupted" : what + why;
    try {
      end(RunResult.Status.INTERRUPTED, latest, List.of(new Verdict.Inconclusive(sentence)));
    } catch (MissingException unwritable) {
      cause.addSuppressed(unwritable);
    }
  }

  private RunResult result(RunResult.Status status, List<Verdict> outside) {
    long start = followed.map(Followed::startNanos).orElse(clock.nanos());
    boolean over = status != RunResult.Status.RUNNING;
    List<RequirementResult> requirements =
        Certification.requirements(
            catalogue,
            manifest.sut(),
            Means.of(manifest.host().fabric(), manifest.plant(), manifest.sut()),
            latest.scenarios());
    return new RunResult(
        manifest,
        status,
        clock.instant(),
        Certification.run(latest.scenarios(), withUnverified(outside, requirements)),
        followed.map(f -> HostLook.scans(f.bench().lateness())).orElse(ScanFacts.NONE),
        start,
        catalogue.families(),
        requirements,
        latest.scenarios(),
        latest.measured(),
        followed.map(f -> f.bench().stations().since(start)).orElse(List.of()),
        followed.map(f -> marks(f.bench(), start)).orElse(List.of()),
        over ? followed.map(f -> trends(f.bench(), start)).orElse(List.of()) : List.of());
  }

  /** A certificate speaks of everything that the profile needs; any other run of what it drove. */
  private List<Verdict> withUnverified(
      List<Verdict> outside, List<RequirementResult> requirements) {
    Stream<Verdict> unverified =
        manifest.origin().certifies()
            ? Certification.unverified(requirements, manifest.profile()).stream()
            : Stream.empty();
    return Stream.concat(outside.stream(), unverified).toList();
  }

  /** Those that a reader looks for; scenarios and steps stand elsewhere. */
  private static List<Entry.Mark> marks(DrivenBench bench, long start) {
    return bench.history().since(Entry.Mark.class, start).stream()
        .filter(
            mark ->
                switch (mark.kind()) {
                  case SIGNAL, FAULT, PRODUCT -> true;
                  case SCENARIO_STARTED, SCENARIO_ENDED, STEP -> false;
                })
        .limit(MARKS_MAX)
        .toList();
  }

  /** What the plant file wants to be shown of every loop. */
  private List<Process.Series> trends(DrivenBench bench, long start) {
    List<String> signals =
        manifest.plant().assets(Asset.Controller.class).stream()
            .flatMap(c -> c.program().trends().stream())
            .distinct()
            .toList();
    return bench.process().since(start, signals);
  }
}
