package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.runner.run.Interrupts;
import org.bumpless.runner.run.RunDriver;
import org.bumpless.runner.run.RunSpec;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.verdict.Verdict;

/** Reads the files of a run, drives it and says how it ended. */
final class Runs {
  private Runs() {}

  /** What a finished run leaves. */
  record Left(RunResult result, Path folder) {}

  static Left run(RunOptions options, Path sutFile, String command)
      throws BadFileException, InterruptedException {
    Sut sut = SutFile.read(sutFile);
    RunSpec spec =
        new RunSpec(
            PlantFile.read(options.plant()),
            sut,
            ProfileFile.read(options.profile()),
            Inputs.catalogue(),
            options.tags(),
            options.seed(),
            options.out(),
            replay(options, sutFile, command));
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Interrupts _ = Interrupts.of(Thread.currentThread(), interrupted)) {
      RunDriver.Finished finished = new RunDriver(System.out, interrupted).run(spec);
      return new Left(finished.result(), finished.folder());
    }
  }

  private static String replay(RunOptions options, Path sutFile, String command) {
    StringBuilder replay =
        new StringBuilder(
            "bumpless " + command + " --sut " + sutFile + " --seed " + options.seed());
    replay.append(" --plant ").append(options.plant());
    replay.append(" --profile ").append(options.profile());
    if (!options.tags().isEmpty()) {
      replay.append(" --tags '").append(options.tags()).append('\'');
    }
    return replay.toString();
  }

  /** The last lines on the terminal: the verdicts, the replay command, the report's path. */
  static void tell(PrintWriter out, Left left) {
    RunResult result = left.result();
    out.println();
    result
        .requirements()
        .forEach(
            r ->
                out.printf(
                    "%-7s %-14s %s%n",
                    r.requirement().id(), r.standing().word(), r.requirement().text()));
    out.println();
    Verdict verdict = result.verdict();
    out.printf("%s  %s on %s%n", verdict.word(), result.sut().title(), result.plant().title());
    verdict.reasons().stream().limit(5).forEach(r -> out.println("  " + r));
    out.println("again:   " + result.replay());
    out.println("report:  " + left.folder().resolve("index.html"));
    out.flush();
  }
}
