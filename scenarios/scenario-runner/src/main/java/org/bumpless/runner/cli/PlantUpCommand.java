package org.bumpless.runner.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.file.Durations;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.runner.run.PlantRun;
import org.bumpless.runner.run.RealControllers;
import org.bumpless.runner.run.StopSignals;
import org.bumpless.scenario.profile.ProfileFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bumpless plant up}: a plant to look at, with its addresses. */
@Command(
    name = "up",
    description =
        "Starts a plant with its stations, tells its addresses, and stops it after a time or with Ctrl-C.",
    mixinStandardHelpOptions = true)
final class PlantUpCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PLANT", description = "plant file")
  private Path plant = Path.of("plant.yaml");

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Time.class,
      description = "how long, for example 60s or 5min (default: until Ctrl-C)")
  private @Nullable Duration length;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "seed of everything random (default: 1)")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "where the folder of the recordings is made (default: runs)")
  private Path out = Path.of("runs");

  @Mixin private FabricOption fabric = new FabricOption();

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    Sut none = SutFile.read(Shipped.file("scenarios/suts/direct/sut.yaml"));
    Plant read = PlantFile.read(plant);
    RealControllers.check(plant, read, Set.of());
    PlantRun run =
        new PlantRun(
            read,
            none,
            ProfileFile.read(Shipped.file("scenarios/profiles/standard.yaml")),
            seed,
            fabric.choose(none, read));
    try (StopSignals _ = new StopSignals(Thread.currentThread())) {
      run.run(Optional.ofNullable(length), out, spec.commandLine().getOut());
    }
    return ExitCode.PASSED;
  }

  /** A length of time; the blank before its unit may be left out. */
  static final class Time implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return Durations.parse(text.replaceFirst("(?<=[0-9])(?=[a-z])", " "))
          .filter(Duration::isPositive)
          .orElseThrow(
              () ->
                  new CommandLine.TypeConversionException(
                      "\"" + text + "\"; expected " + Durations.EXPECTED + " above zero"));
    }
  }
}
