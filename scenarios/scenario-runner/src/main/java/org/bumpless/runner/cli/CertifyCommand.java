package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bumpless certify}: a run of the whole profile. */
@Command(
    name = "certify",
    description = "Certifies a product against a profile.",
    mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sut",
      required = true,
      paramLabel = "FILE",
      description = "the product's sut.yaml")
  private Path sut = Path.of("sut.yaml");

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    Runs.Left left = Runs.run(options, sut, "certify", spec.commandLine().getOut());
    return ExitCode.of(left.result().verdict());
  }
}
