package org.bumpless.runner.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.runner.InputException;
import org.bumpless.runner.MissingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code bumpless}. */
@Command(
    name = "bumpless",
    description =
        "Tells whether a zero-trust product can be switched into a plant without the process noticing.",
    subcommands = {
      RunCommand.class,
      CertifyCommand.class,
      ReplayCommand.class,
      CompareCommand.class,
      DoctorCommand.class,
      MutantsCommand.class,
      ValidateCommand.class,
      ListCommand.class,
      PlantCommand.class,
      StCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "bumpless 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 passed, 1 failed, 2 inconclusive, 64 wrong usage,",
      "65 bad input file, 69 something needed is missing, 70 our own bug, 130 interrupted."
    })
public final class Bumpless extends CommandGroup {
  /** Runs the command and returns its exit code. */
  public static int execute(PrintStream out, PrintStream err, String... arguments) {
    CommandLine line =
        new CommandLine(new Bumpless())
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExitCodeExceptionMapper(Bumpless::exitCode)
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, err));
    tellWrongUsage(line);
    return line.execute(arguments);
  }

  private static void tellWrongUsage(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    line.getSubcommands().values().forEach(Bumpless::tellWrongUsage);
  }

  private static int exitCode(Throwable thrown) {
    return switch (thrown) {
      case CommandLine.ParameterException ignored -> ExitCode.USAGE;
      case BadFileException ignored -> ExitCode.BAD_INPUT;
      case InputException ignored -> ExitCode.BAD_INPUT;
      case MissingException ignored -> ExitCode.MISSING;
      case InterruptedException ignored -> ExitCode.INTERRUPTED;
      default -> ExitCode.OWN_BUG;
    };
  }

  private static int explain(Exception thrown, PrintStream err) {
    int code = exitCode(thrown);
    switch (code) {
      case ExitCode.BAD_INPUT, ExitCode.MISSING -> {
        err.println(thrown.getMessage());
        MissingException.beside(thrown).forEach(err::println);
      }
      case ExitCode.INTERRUPTED -> {
        err.println("interrupted");
        MissingException.beside(thrown).forEach(err::println);
      }
      default -> {
        err.println("bumpless has a bug; please report this:");
        thrown.printStackTrace(err);
      }
    }
    return code;
  }
}
