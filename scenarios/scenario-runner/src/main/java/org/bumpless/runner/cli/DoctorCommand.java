package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.runner.doctor.Diagnosis;
import org.bumpless.runner.doctor.Doctor;
import org.bumpless.runner.doctor.Timetable;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.run.StopSignals;
import org.bumpless.scenario.profile.ProfileFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bumpless doctor}: what this host can adjudicate. */
@Command(
    name = "doctor",
    description = "Tells in half a minute which budgets of a plant this host can judge, and why.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--plant",
      paramLabel = "FILE",
      description = "plant file (default: the tank farm)")
  private @Nullable Path plant;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "profile file (default: the standard profile)")
  private @Nullable Path profile;

  @Mixin private FabricOption fabric = new FabricOption();

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    Timetable timetable = new Timetable(new RealClock());
    Sut none = SutFile.read(Shipped.file("scenarios/suts/direct/sut.yaml"));
    Doctor doctor =
        new Doctor(
            PlantFile.read(
                Optional.ofNullable(plant).orElse(Shipped.file("scenarios/plants/tank-farm.yaml"))),
            none,
            ProfileFile.read(
                Optional.ofNullable(profile)
                    .orElse(Shipped.file("scenarios/profiles/standard.yaml"))),
            fabric.choose(none),
            RealTime.best(),
            timetable);
    Path folder = Files.createTempDirectory("bumpless-doctor");
    Diagnosis diagnosis;
    try (StopSignals _ = new StopSignals(Thread.currentThread())) {
      diagnosis = doctor.examine(folder);
    } finally {
      delete(folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    diagnosis.told().forEach(out::println);
    out.println();
    out.println("  " + timetable.told(diagnosis.spent()));
    out.flush();
    return diagnosis.all() ? ExitCode.PASSED : ExitCode.INCONCLUSIVE;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
