package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bumpless.reports.compare.RunComparison;
import org.bumpless.reports.compare.RunFigures;
import org.bumpless.runner.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless compare}: whether a run is worse than an earlier one. */
@Command(
    name = "compare",
    description =
        "Compares two runs. Exits 1 if something has become worse, 2 if that cannot be told.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN_A",
      description = "the earlier run: its folder, or a report.json that was kept")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "RUN_B", description = "the later run")
  private Path after = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "PART",
      defaultValue = "0.1",
      description =
          "part of its budget by which a figure may become slower (default: ${DEFAULT-VALUE})")
  private double threshold = 0.1;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--threshold: found %s; expected a part of the budget from 0 to 1".formatted(threshold));
    }
    RunComparison comparison = new RunComparison(read(before), read(after), threshold);
    PrintWriter terminal = spec.commandLine().getOut();
    comparison.told().forEach(terminal::println);
    if (comparison.regressed()) {
      return ExitCode.FAILED;
    }
    return comparison.undecided() ? ExitCode.INCONCLUSIVE : ExitCode.PASSED;
  }

  private static RunFigures read(Path run) {
    try {
      return RunFigures.read(run);
    } catch (IOException e) {
      throw new InputException(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
