package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bumpless.reports.Sha256;
import org.bumpless.reports.json.PastRun;
import org.bumpless.runner.InputException;
import org.bumpless.scenario.result.RunManifest.SourceFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless replay}: a run once more, from the folder that it left. */
@Command(
    name = "replay",
    description = "Does a run again, one round of it: the same files, scenarios and seed.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "RUN_DIR", description = "the folder that the run has left")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "where the new run's folder is made (default: runs)")
  private Path out = RunOptions.OUT;

  @Mixin private FabricOption fabric = new FabricOption();
  @Mixin private ClockOption clock = new ClockOption();

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    PrintWriter terminal = spec.commandLine().getOut();
    PastRun past = read();
    RunOptions options =
        RunOptions.of(
            find("plant", past.plantFile(), terminal),
            find("profile", past.profileFile(), terminal),
            past.tags(),
            past.seed(),
            fabric.or(past.fabric()),
            out);
    options.timed(clock.or(past.fabric()));
    Path sut = find("product", past.sutFile(), terminal);
    return switch (past.command()) {
      case RunCommand.NAME -> RunCommand.run(options, sut, terminal);
      case CertifyCommand.NAME -> CertifyCommand.certify(options, sut, Optional.empty(), terminal);
      default ->
          throw new InputException(
              "%s: found a run of the command %s, expected one of run or certify; this does it again: %s"
                  .formatted(folder, past.command(), past.replay()));
    };
  }

  private PastRun read() {
    try {
      return PastRun.read(folder);
    } catch (IOException e) {
      throw new InputException(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  /** The file where it was, or where it lies in this checkout. */
  private Path find(String kind, SourceFile source, PrintWriter terminal) throws IOException {
    Optional<Path> here =
        source
            .inCheckout()
            .map(below -> Shipped.file(below.toString()))
            .filter(Files::isRegularFile);
    Path file =
        Optional.of(source.absolute())
            .filter(Files::isRegularFile)
            .or(() -> here)
            .orElseThrow(
                () ->
                    new InputException(
                        "%s: the %s file of that run is missing: %s; expected it there%s"
                            .formatted(
                                folder,
                                kind,
                                source.absolute(),
                                source
                                    .inCheckout()
                                    .map(below -> " or as " + below + " in this checkout")
                                    .orElse(""))));
    if (!Sha256.of(file).equals(source.sha256())) {
      terminal.println("note: " + file + " is not what it was in that run");
    }
    return file;
  }
}
