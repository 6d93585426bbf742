package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bumpless.plant.file.BadFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless validate}: checks files without running anything. */
@Command(
    name = "validate",
    description =
        "Checks plant, product, profile, catalogue and feature files; tells all problems of each.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files to check")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int bad = 0;
    for (Path file : files) {
      try {
        out.println(file + ": good, " + FileKind.of(file).check(file));
      } catch (BadFileException e) {
        err.println(e.getMessage());
        bad++;
      }
    }
    return bad == 0 ? ExitCode.PASSED : ExitCode.BAD_INPUT;
  }
}
