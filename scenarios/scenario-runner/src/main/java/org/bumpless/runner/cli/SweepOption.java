package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Plant;
import org.bumpless.reports.sweep.SweepFinding;
import org.bumpless.reports.sweep.SweepJson;
import org.bumpless.reports.sweep.SweepPage;
import org.bumpless.reports.sweep.SweepReport;
import org.bumpless.reports.sweep.SweepWords;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.run.RunFolder;
import org.bumpless.runner.sweep.Sweep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --sweep}: derives the latency that conduits may have, instead of driving scenarios. */
final class SweepOption {
  private static final String PREFIX = "conduit=";
  private static final String ALL = "all";

  @Option(
      names = "--sweep",
      paramLabel = "conduit=NAME",
      description =
          "no scenarios: finds how much delay, jitter and loss the process bears in a conduit (or in all: conduit=all), beside what the plant file allows; exits 1 if the file allows more")
  private @Nullable String wanted;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  boolean given() {
    return wanted != null;
  }

  /** Sweeps, writes {@code sweep.json} and {@code sweep.html}, and tells; the exit code. */
  int run(RunOptions options, PrintWriter out) throws BadFileException {
    Plant plant = PlantFile.read(options.plant());
    List<Conduit> conduits = conduits(plant);
    Sweep sweep = new Sweep(plant, options.seed());
    List<SweepFinding> findings = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (Conduit conduit : conduits) {
      List<SweepFinding> its = sweep.of(conduit);
      if (its.isEmpty()) {
        idle.add(conduit.id().value());
      }
      findings.addAll(its);
    }
    SweepReport report =
        new SweepReport(
            plant.id(),
            plant.title(),
            options.seed(),
            conduits.stream().map(its -> its.id().value()).toList(),
            idle,
            findings);
    RunFolder folder =
        RunFolder.create(options.out(), new RealClock().instant(), "sweep", options.seed());
    write(folder.file("sweep.json"), SweepJson.bytes(report));
    write(folder.file("sweep.html"), SweepPage.bytes(report));
    tell(report, folder, out);
    return report.looser() ? ExitCode.FAILED : ExitCode.PASSED;
  }

  private List<Conduit> conduits(Plant plant) {
    String text = wanted == null ? "" : wanted;
    String name = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
    List<Conduit> found =
        plant.conduits().stream()
            .filter(its -> name.equals(ALL) || its.id().value().equals(name))
            .toList();
    if (found.isEmpty() && command != null) {
      throw new ParameterException(
          command.commandLine(),
          "--sweep: found \"%s\"; expected conduit=NAME, with NAME %s or one of %s"
              .formatted(
                  text, ALL, plant.conduits().stream().map(its -> its.id().value()).toList()));
    }
    return found;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new MissingException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void tell(SweepReport report, RunFolder folder, PrintWriter out) {
    SweepWords.table(report).forEach(out::println);
    if (!report.idle().isEmpty()) {
      out.println();
      out.println("crossed by no loop and no supervision: " + String.join(", ", report.idle()));
    }
    SweepWords.warnings(report).forEach(warning -> out.println("WARNING  " + warning));
    out.println();
    out.println("report:  " + folder.file("sweep.html"));
    out.flush();
  }
}
