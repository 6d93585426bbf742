package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bumpless.runner.st.InputScript;
import org.bumpless.runner.st.ProgramFile;
import org.bumpless.runner.st.ScanTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless st run}: compiles a program and shows what its scans do. */
@Command(
    name = "run",
    description = "Compiles a program and shows its variables, scan by scan.",
    mixinStandardHelpOptions = true)
final class StRunCommand implements Callable<Integer> {
  private static final int SCANS_MAX = 10_000_000;

  /** A comma between names, not one between the indexes of an element. */
  private static final String OUTSIDE_OF_BRACKETS = ",(?![^\\[]*])";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the program's text")
  private Path file = Path.of("");

  @Option(
      names = "--scans",
      paramLabel = "N",
      description = "how many scans (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int scans;

  @Option(
      names = "--period",
      paramLabel = "TIME",
      converter = PlantUpCommand.Time.class,
      description = "from one scan to the next, in the program's own time (default: 10ms)",
      defaultValue = "10ms")
  private Duration period = Duration.ofMillis(10);

  @Option(
      names = "--watch",
      paramLabel = "VAR",
      split = OUTSIDE_OF_BRACKETS,
      description =
          "variables to show, by names such as MAIN.LEVEL and MAIN.TANKS[2,1].PV (default: the first eight)")
  private List<String> watched = List.of();

  @Option(
      names = "--io",
      paramLabel = "FILE",
      description = "what inputs become: lines such as \"10 %%IX0.0 1\" (scan, address, value)")
  private @Nullable Path io;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    if (scans < 1 || scans > SCANS_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--scans: found %d; expected 1 to %d".formatted(scans, SCANS_MAX));
    }
    InputScript inputs =
        Optional.ofNullable(io).map(InputScript::read).orElseGet(InputScript::none);
    boolean sound =
        new ScanTable(ProgramFile.compiled(file), inputs, spec.commandLine().getOut())
            .scan(scans, period, watched);
    return sound ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
