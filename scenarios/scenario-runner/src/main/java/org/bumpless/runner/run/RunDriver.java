package org.bumpless.runner.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bumpless.features.run.FeatureRun;
import org.bumpless.features.run.Observer;
import org.bumpless.features.run.Outcome;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.bench.BenchBuilder;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.virtual.VirtualBenchBuilder;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.result.HostFacts;
import org.bumpless.scenario.result.RunManifest;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.verdict.Verdict;

/** Drives one run: builds the bench, runs the features, judges, stops the bench. */
public final class RunDriver {
  private final PrintStream terminal;
  private final BooleanSupplier interrupted;
  private final RealTime timing;
  private final NanoClock clock = new RealClock();

  /**
   * @param interrupted whether somebody wants the run to end early
   * @param timing how the threads are scheduled that latency is measured with
   */
  public RunDriver(PrintStream terminal, BooleanSupplier interrupted, RealTime timing) {
    this.terminal = terminal;
    this.interrupted = interrupted;
    this.timing = timing;
  }

  /** A run and the folder that it left. */
  public record Finished(RunResult result, Path folder) {}

  /**
   * Runs and leaves the run folder behind, also when it ends before its time.
   *
   * @throws org.bumpless.runner.MissingException if the folder cannot be written, or the bench does
   *     not come up
   */
  public Finished run(RunSpec spec) throws InterruptedException {
    return run(spec, result -> false);
  }

  /**
   * As {@link #run(RunSpec)}, but no further scenario is driven after one whose result is enough:
   * the rest stays untested.
   */
  public Finished run(RunSpec spec, Predicate<ScenarioResult> enough) throws InterruptedException {
    RealControllers.requireHarmless(spec);
    Instant began = clock.instant();
    RunFolder folder = RunFolder.create(spec.out(), began, spec.sut().id(), spec.seed());
    RunBook book =
        new RunBook(folder, manifest(spec, folder.runId(), began), spec.catalogue(), clock);
    book.begin();
    try {
      return new Finished(drive(spec, folder, book, new Until(enough)), folder.path());
    } catch (RuntimeException | InterruptedException e) {
      book.breakOff(e);
      String what = e instanceof InterruptedException ? "interrupted" : "the run broke off";
      terminal.println(what + "; what was recorded until then lies in " + folder.path());
      throw e;
    }
  }

  private RunResult drive(RunSpec spec, RunFolder folder, RunBook book, Until until)
      throws InterruptedException {
    Path file = folder.file("history.ndjson");
    HistoryWriter writer =
        switch (spec.clock()) {
          case REAL -> new HistoryWriter(file);
          case VIRTUAL -> HistoryWriter.waitedFor(file);
        };
    RunResult result;
    try (writer;
        Progress progress = Progress.of(terminal, clock, spec)) {
      BooleanSupplier stop =
          () ->
              until.reached()
                  || interrupted.getAsBoolean()
                  || book.failed()
                  || writer.failure().isPresent();
      Observer observer = new Both(until, new Both(progress, book));
      result = drive(spec, folder, book, observer, writer, stop);
    }
    requireWritten(file, writer);
    return result;
  }

  private void requireWritten(Path file, HistoryWriter writer) {
    Optional<IOException> failure = writer.failure();
    if (failure.isPresent()) {
      throw RunFolder.unwritable(file, failure.get());
    }
  }

  private RunResult drive(
      RunSpec spec,
      RunFolder folder,
      RunBook book,
      Observer observer,
      HistoryWriter writer,
      BooleanSupplier stop)
      throws InterruptedException {
    History history = new History(writer::add);
    try (DrivenBench bench = bench(spec, folder, history)) {
      book.follow(bench);
      Rounds rounds = new Rounds(bench, spec.length(), terminal);
      do {
        FeatureRun features =
            new FeatureRun(bench, spec.catalogue(), rounds.together(observer), stop);
        rounds.ended(features(features, spec.tags(), folder.file("cucumber.ndjson")));
      } while (!stop.getAsBoolean() && rounds.another());
      return judge(bench, rounds, book, writer);
    }
  }

  private DrivenBench bench(RunSpec spec, RunFolder folder, History history)
      throws InterruptedException {
    return switch (spec.clock()) {
      case REAL ->
          new BenchBuilder(
                  spec.plant(),
                  spec.sut(),
                  spec.profile(),
                  spec.seed(),
                  spec.fabric().kind(),
                  folder.path(),
                  history,
                  timing)
              .allowWrites(spec.writes())
              .start();
      case VIRTUAL ->
          new VirtualBenchBuilder(spec.plant(), spec.sut(), spec.profile(), spec.seed(), history)
              .start();
    };
  }

  /** Cucumber throws if it cannot write its messages; what steps throw it keeps to itself. */
  private static Outcome features(FeatureRun features, String tags, Path messages) {
    try {
      return features.run(tags, messages);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof MissingException other) {
          throw other; // it knows better what is missing
        }
        if (cause instanceof IOException unwritable) {
          throw RunFolder.unwritable(messages, unwritable);
        }
      }
      throw e;
    }
  }

  private RunResult judge(DrivenBench bench, Rounds rounds, RunBook book, HistoryWriter writer)
      throws InterruptedException {
    long start = rounds.beginNanos();
    List<Verdict> outside = new ArrayList<>(rounds.outside());
    boolean early = interrupted.getAsBoolean();
    if (early) {
      Thread.interrupted(); // from here on the thread has to write down and to stop the plant
      outside.add(
          new Verdict.Inconclusive("the run was interrupted: a run to its end would settle it"));
    }
    bench.settle();
    long end = bench.clock().nanos();
    outside.add(PlantCheck.booksBalance(bench.history(), bench.stalls(), start, end));
    bench.productEnded().ifPresent(how -> outside.add(new Verdict.Fail(how)));
    if (!early) { // also between scenarios, and during those that do not ask for the stations
      outside.add(StationCheck.lostNothingUnexcused(bench.stations().since(start)));
    }
    bench.unrecorded().forEach(lack -> tell(bench, lack));
    bench.doubts().forEach(doubt -> outside.add(new Verdict.Inconclusive(doubt)));
    bench.history().append(new Entry.Mark(end, Entry.Mark.Kind.STEP, "the run has ended"));
    long lacking = writer.settle();
    if (lacking > 0) {
      outside.add(
          new Verdict.Inconclusive(
              "history.ndjson lacks %d entries, the disk could not follow: what was judged cannot be shown"
                  .formatted(lacking)));
    }
    return book.end(
        early ? RunResult.Status.INTERRUPTED : RunResult.Status.FINISHED,
        rounds.outcome(),
        outside);
  }

  private void tell(DrivenBench bench, String lack) {
    bench.history().append(new Entry.Mark(bench.clock().nanos(), Entry.Mark.Kind.FAULT, lack));
    terminal.println(lack);
  }

  private RunManifest manifest(RunSpec spec, String runId, Instant began) {
    Build build = Build.of(spec.checkout());
    return new RunManifest(
        runId,
        began,
        spec.origin(),
        spec.tags(),
        spec.seed(),
        build.commit(),
        build.version(),
        spec.plant(),
        spec.sut(),
        spec.profile(),
        facts(spec));
  }

  private HostFacts facts(RunSpec spec) {
    return switch (spec.clock()) {
      case REAL -> HostLook.facts("real", spec.fabric().kind().label(), timing.told());
      case VIRTUAL -> HostLook.facts("virtual", Means.VIRTUAL, "none: one thread");
    };
  }

  /** Watches for a result that is enough. */
  private static final class Until implements Observer {
    private final Predicate<ScenarioResult> enough;
    private volatile boolean reached;

    Until(Predicate<ScenarioResult> enough) {
      this.enough = enough;
    }

    boolean reached() {
      return reached;
    }

    @Override
    public void planned(int scenarios, int measuring) {}

    @Override
    public void started(String scenario, boolean measuring) {}

    @Override
    public void finished(ScenarioResult result, Outcome soFar) {
      reached = reached || enough.test(result);
    }
  }

  /** Tells two. */
  private record Both(Observer first, Observer second) implements Observer {
    @Override
    public void planned(int scenarios, int measuring) {
      first.planned(scenarios, measuring);
      second.planned(scenarios, measuring);
    }

    @Override
    public void started(String scenario, boolean measuring) {
      first.started(scenario, measuring);
      second.started(scenario, measuring);
    }

    @Override
    public void finished(ScenarioResult result, Outcome soFar) {
      first.finished(result, soFar);
      second.finished(result, soFar);
    }
  }
}
