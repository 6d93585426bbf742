package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.runner.run.Length;
import org.bumpless.runner.run.Repetition;
import org.bumpless.runner.run.StopSignals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bumpless run}: one run of the bench. */
@Command(
    name = RunCommand.NAME,
    description = "Runs scenarios on a plant with a product in its conduits.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  static final String NAME = "run";

  private static final int REPEAT_MAX = 1_000;

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ClockOption clock = new ClockOption();
  @Mixin private SweepOption sweep = new SweepOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--sut",
      paramLabel = "FILE",
      description = "the product's sut.yaml (default: no product, the null control)")
  private @Nullable Path sut;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "so many runs, each in a JVM of its own and with the next seed; their figures are pooled (default: 1)")
  private int repeat = 1;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = PlantUpCommand.Time.class,
      description =
          "drives the scenarios round after round on one bench until so much time has passed, for example 10min; the worst of each counts")
  private @Nullable Duration duration;

  @Option(
      names = "--soak",
      paramLabel = "TIME",
      converter = PlantUpCommand.Time.class,
      description =
          "as --duration, for example 8h, and watches that the bench itself does not grow")
  private @Nullable Duration soak;

  @Option(
      names = RunOptions.ALLOW_WRITES,
      paramLabel = "CONTROLLER",
      converter = Name.class,
      description =
          "lets the bench write to a real controller for which the plant file says role: control; may be given several times (default: none, real controllers are only read)")
  private Set<AssetId> writes = new LinkedHashSet<>();

  @Override
  public Integer call() throws Exception {
    options.allowing(writes);
    Path file = sut == null ? Shipped.file("scenarios/suts/direct/sut.yaml") : sut;
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (repeat < 1 || repeat > REPEAT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--repeat: found %d; expected 1 to %d".formatted(repeat, REPEAT_MAX));
    }
    if (Stream.of(repeat > 1, duration != null, soak != null, sweep.given()).filter(b -> b).count()
        > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--repeat, --duration and --soak: found more than one, or one beside --sweep; expected one");
    }
    if (sweep.given()) {
      return sweep.run(options, out);
    }
    if (duration != null) {
      options.lasting(new Length(duration, false));
    } else if (soak != null) {
      options.lasting(new Length(soak, true));
    }
    options.timed(clock);
    return repeat == 1 ? run(options, file, out) : repeated(file, out);
  }

  /** The name of a controller. */
  static final class Name implements CommandLine.ITypeConverter<AssetId> {
    @Override
    public AssetId convert(String text) {
      try {
        return new AssetId(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  private int repeated(Path file, PrintWriter out) throws BadFileException, InterruptedException {
    Sut product = SutFile.read(file);
    Repetition repetition =
        new Repetition(repeat, options.seed(), seed -> options.typed(NAME, file, seed), out);
    try (StopSignals _ = new StopSignals(Thread.currentThread())) {
      return repetition.run(options.out(), product.id());
    }
  }

  /** Runs and tells how it ended; the exit code. */
  static int run(RunOptions options, Path sut, PrintWriter out)
      throws BadFileException, InterruptedException {
    return ExitCode.of(Runs.run(options, sut, NAME, out).result());
  }
}
