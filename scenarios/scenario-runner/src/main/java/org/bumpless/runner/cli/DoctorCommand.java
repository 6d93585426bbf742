package org.bumpless.runner.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.sut.SutFile;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.BadFileException;
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
import picocli.CommandLine.Spec;

/** {@code bumpless doctor}: what this host can adjudicate. */
@Command(
    name = "doctor",
    description = "Tells in half a minute which budgets of a plant this host can judge, and why.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private SettingOptions setting = new SettingOptions();

  @Mixin private FabricOption fabric = new FabricOption();

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gave no command spec");
    }
    try (StopSignals signals = new StopSignals(Thread.currentThread());
        TemporaryFolder folder = TemporaryFolder.create("bumpless-doctor")) {
      return examine(folder.path(), signals, spec.commandLine().getOut());
    }
  }

  /** Whatever else comes of a signal, it was a person who wanted no more. */
  private int examine(Path folder, StopSignals signals, PrintWriter out)
      throws BadFileException, InterruptedException {
    Timetable timetable = new Timetable(new RealClock());
    Diagnosis diagnosis;
    try {
      diagnosis = doctor(timetable).examine(folder);
    } catch (RuntimeException e) {
      if (signals.heard()) {
        InterruptedException stopped = new InterruptedException("stopped");
        stopped.addSuppressed(e);
        throw stopped;
      }
      throw e;
    }
    if (signals.heard()) {
      throw new InterruptedException("stopped at the end");
    }
    diagnosis.told().forEach(out::println);
    out.println();
    out.println("  " + timetable.told(diagnosis.spent()));
    out.flush();
    return diagnosis.all() ? ExitCode.PASSED : ExitCode.INCONCLUSIVE;
  }

  private Doctor doctor(Timetable timetable) throws BadFileException, InterruptedException {
    Sut none = SutFile.read(Shipped.file("scenarios/suts/direct/sut.yaml"));
    return new Doctor(
        PlantFile.read(setting.plant()),
        none,
        ProfileFile.read(setting.profile()),
        fabric.choose(none),
        RealTime.best(),
        timetable);
  }
}
