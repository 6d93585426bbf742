package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bumpless run}: one run of the bench. */
@Command(
    name = "run",
    description = "Runs scenarios on a plant with a product in its conduits.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
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
    Runs.Left left = Runs.run(options, file, "run", spec.commandLine().getOut());
    return ExitCode.of(left.result().verdict());
  }
}
