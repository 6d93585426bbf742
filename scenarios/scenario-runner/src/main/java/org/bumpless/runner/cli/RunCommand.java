package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bumpless.plant.file.BadFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bumpless run}: one run of the bench. */
@Command(
    name = RunCommand.NAME,
    description = "Runs scenarios on a plant with a product in its conduits.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  static final String NAME = "run";

  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sut",
      paramLabel = "FILE",
      description = "the product's sut.yaml (default: no product, the null control)")
  private @Nullable Path sut;

  @Override
  public Integer call() throws Exception {
    Path file = sut == null ? Shipped.file("scenarios/suts/direct/sut.yaml") : sut;
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    return run(options, file, spec.commandLine().getOut());
  }

  /** Runs and tells how it ended; the exit code. */
  static int run(RunOptions options, Path sut, PrintWriter out)
      throws BadFileException, InterruptedException {
    return ExitCode.of(Runs.run(options, sut, NAME, out).result());
  }
}
