package org.bumpless.runner.run;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bumpless.features.run.FeatureRun;
import org.bumpless.features.run.Outcome;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.bench.BenchBuilder;
import org.bumpless.runner.bench.RunningBench;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.history.Sequence;
import org.bumpless.scenario.result.Certification;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Verdict;

/** Drives one run: builds the bench, runs the features, judges, stops the bench. */
public final class RunDriver {
  private final PrintStream terminal;
  private final AtomicBoolean interrupted;

  /**
   * @param interrupted set by whoever wants the run to end early
   */
  public RunDriver(PrintStream terminal, AtomicBoolean interrupted) {
    this.terminal = terminal;
    this.interrupted = interrupted;
  }

  /** Runs and leaves the run folder behind. */
  public Finished run(RunSpec spec) throws InterruptedException {
    Instant began = new org.bumpless.plant.engine.clock.RealClock().instant();
    RunFolder folder = RunFolder.create(spec.out(), began, spec.sut().id(), spec.seed());
    Sequence sequence = new Sequence();
    try (HistoryWriter writer = new HistoryWriter(folder.file("history.ndjson"))) {
      History history = new History(writer::add);
      BenchBuilder builder =
          new BenchBuilder(
              spec.plant(),
              spec.sut(),
              spec.profile(),
              spec.seed(),
              folder.path(),
              history,
              sequence);
      try (RunningBench bench = builder.start()) {
        long start = bench.clock().nanos();
        Outcome outcome =
            new FeatureRun(bench, spec.catalogue(), new Progress(terminal, bench.clock()))
                .run(spec.tags(), sequence, folder.file("cucumber.ndjson"));
        return new Finished(result(spec, folder, bench, outcome, began, start), folder.path());
      }
    }
  }

  /** A run and the folder that it left. */
  public record Finished(RunResult result, java.nio.file.Path folder) {}

  private RunResult result(
      RunSpec spec,
      RunFolder folder,
      RunningBench bench,
      Outcome outcome,
      Instant began,
      long start)
      throws InterruptedException {
    NanoClock clock = bench.clock();
    bench.settle();
    Verdict books = PlantCheck.booksBalance(bench.history(), start, clock.nanos());
    bench.unrecorded().forEach(lack -> tell(bench, lack));
    bench
        .history()
        .append(new Entry.Mark(clock.nanos(), Entry.Mark.Kind.STEP, "the run has ended"));
    return new RunResult(
        folder.runId(),
        began,
        clock.instant(),
        interrupted.get() ? RunResult.Status.INTERRUPTED : RunResult.Status.FINISHED,
        Certification.run(outcome.scenarios(), List.of(books)),
        spec.seed(),
        Commit.id(),
        HostLook.facts(bench.lateness(), "loopback"),
        spec.sut(),
        spec.plant(),
        spec.profile(),
        start,
        spec.replay(),
        Certification.requirements(spec.catalogue(), spec.sut(), "loopback", outcome.scenarios()),
        outcome.scenarios(),
        outcome.latencies(),
        outcome.timings(),
        bench.stations().since(start),
        bench.process().since(start, levels(spec)));
  }

  private void tell(RunningBench bench, String lack) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), Entry.Mark.Kind.FAULT, lack));
    terminal.println(lack);
  }

  private static List<String> levels(RunSpec spec) {
    return spec.plant().assets(Asset.Controller.class).stream()
        .map(c -> c.program().io().getOrDefault("LEVEL", ""))
        .filter(s -> !s.isEmpty())
        .distinct()
        .toList();
  }
}
