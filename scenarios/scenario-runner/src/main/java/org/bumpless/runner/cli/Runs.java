package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.reports.words.Headline;
import org.bumpless.reports.words.Reasons;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.run.RealControllers;
import org.bumpless.runner.run.RunDriver;
import org.bumpless.runner.run.RunSpec;
import org.bumpless.runner.run.StopSignals;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Reads the files of a run, drives it and says how it ended. */
final class Runs {
  private static final int REASONS_MAX = 3;
  private static final String PASSED = new Verdict.Pass().word();

  private Runs() {}

  /** What a finished run leaves. */
  record Left(RunResult result, Path folder) {}

  /** Runs and tells how it ended, before an interrupt may end the process. */
  static Left run(RunOptions options, Path sutFile, String command, PrintWriter out)
      throws BadFileException, InterruptedException {
    RunSpec spec = spec(options, sutFile, command);
    try (StopSignals signals = new StopSignals(Thread.currentThread())) {
      RunDriver.Finished finished =
          new RunDriver(System.out, signals::heard, RealTime.best()).run(spec);
      Left left = new Left(finished.result(), finished.folder());
      tell(out, left);
      return left;
    }
  }

  private static RunSpec spec(RunOptions options, Path sutFile, String command)
      throws BadFileException, InterruptedException {
    Origins origins = Origins.now();
    Sut sut = SutFile.read(sutFile);
    Plant plant = PlantFile.read(options.plant());
    RealControllers.check(options.plant(), plant, options.writes());
    return new RunSpec(
        plant,
        sut,
        ProfileFile.read(options.profile()),
        Inputs.catalogue(),
        options.tags(),
        options.seed(),
        options.clock().mode(),
        fabric(options, sut, plant),
        options.out(),
        origins.checkout(),
        origins.origin(options, sutFile, command),
        options.length(),
        options.writes());
  }

  /** In virtual time there is no network to choose. */
  private static Fabrics.Choice fabric(RunOptions options, Sut sut, Plant plant)
      throws InterruptedException {
    return switch (options.clock().mode()) {
      case REAL -> options.fabric().choose(sut, plant);
      case VIRTUAL -> Fabrics.none();
    };
  }

  /** The last lines on the terminal: the verdicts, the replay command, the report's path. */
  private static void tell(PrintWriter out, Left left) {
    RunResult result = left.result();
    out.println();
    result.requirements().stream()
        .filter(r -> worthALine(r.standing(), result.status()))
        .forEach(
            r ->
                out.printf(
                    "%-7s %-14s %s%n",
                    r.requirement().id(), r.standing().word(), r.requirement().text()));
    out.println(count(result));
    out.println();
    Verdict verdict = result.verdict();
    String early = result.status() == RunResult.Status.INTERRUPTED ? ", interrupted" : "";
    out.printf(
        "%s%s  %s on %s%n", verdict.word(), early, result.sut().title(), result.plant().title());
    out.println("  " + Headline.of(result));
    Reasons.condensed(verdict.reasons()).stream()
        .limit(REASONS_MAX)
        .forEach(r -> out.println("  - " + r));
    out.println("again:   " + result.replay());
    out.println("report:  " + left.folder().resolve("index.html"));
    out.flush();
  }

  /** What passed is only counted, and so is what an interrupted run has left untested. */
  private static boolean worthALine(Standing standing, RunResult.Status status) {
    return switch (standing) {
      case Standing.Judged(Verdict.Pass()) -> false;
      case Standing.Judged(var _) -> true;
      case Standing.NotApplicable(var _) -> true;
      case Standing.NotMeasurable(var _) -> true;
      case Standing.Untested(var _) -> status == RunResult.Status.FINISHED;
    };
  }

  /** For example {@code 35 requirements: 30 PASS, 1 FAIL, 4 UNTESTED}. */
  private static String count(RunResult result) {
    List<String> words = result.requirements().stream().map(r -> r.standing().word()).toList();
    return words.size()
        + " requirements: "
        + Stream.concat(Stream.of(PASSED), words.stream())
            .distinct()
            .map(word -> Collections.frequency(words, word) + " " + word)
            .collect(Collectors.joining(", "));
  }
}
