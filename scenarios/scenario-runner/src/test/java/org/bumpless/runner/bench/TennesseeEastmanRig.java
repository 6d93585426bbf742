package org.bumpless.runner.bench;

import java.nio.file.Path;
import java.util.Map;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.scan.ControllerProgram;

/** The Tennessee Eastman plant as it ships, in lock-step. */
final class TennesseeEastmanRig {
  private static final Plant FILE = file(Path.of("../plants/tennessee-eastman.yaml"));
  private static final Map<String, ControllerProgram> PROGRAMS = LockStep.compiled(FILE);
  private static final int SECONDS_PER_HOUR = 3_600;

  final ProcessModel process;
  final LockStep plant;

  TennesseeEastmanRig(long seed) {
    process = ProcessModels.installed().create(FILE.process(), seed);
    plant = new LockStep(FILE, PROGRAMS, process);
  }

  private static Plant file(Path path) {
    try {
      return PlantFile.read(path);
    } catch (BadFileException e) {
      throw new AssertionError(e);
    }
  }

  double truth(String signal) {
    return process.truth(process.index("TE-1." + signal));
  }

  void disturb(int number) {
    process.command(process.index("TE-1.idv" + number), 1);
  }

  void runSeconds(double seconds) {
    for (long i = 0; i < Math.round(seconds / plant.scanSeconds()); i++) {
      plant.scan();
    }
  }

  /** Runs until the time has passed or the plant has stopped. */
  void runHours(int hours) {
    for (int second = 0; second < hours * SECONDS_PER_HOUR && truth("shutdown") == 0; second++) {
      runSeconds(1);
    }
  }
}
