package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.clock.ManualClock;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.process.LoopFare;
import org.junit.jupiter.api.Test;

class RecordedLoopsTest {
  private static final long TENTH = 100_000_000L;

  private final ProcessModel model;
  private final RecordedLoops loops;

  RecordedLoopsTest() throws BadFileException {
    Plant plant = PlantFile.read(Path.of("../plants/tank-farm.yaml"));
    model = ProcessModels.installed().create(plant.process(), 1);
    RecordedProcess process = new RecordedProcess(new FaultyProcess(model, 1));
    Programs programs = new Programs(plant);
    loops =
        new RecordedLoops(
            model,
            plant.assets(Asset.Controller.class).stream()
                .map(controller -> controller(controller, programs, process))
                .toList());
  }

  private static VirtualController controller(
      Asset.Controller controller, Programs programs, RecordedProcess process) {
    return new VirtualController(
        controller,
        programs.of(controller),
        programs.language(),
        process,
        effect -> {},
        new ManualClock(Instant.EPOCH));
  }

  @Test
  void nothingIsKnownBeforeTheFirstScan() {
    assertThat(loops.since(0)).isEmpty();
  }

  @Test
  void eachLoopOfThePlantIsThereByTheTruthOfItsProcess() {
    for (int i = 0; i < 5; i++) {
      loops.afterScan(i * TENTH);
    }

    assertThat(loops.since(0)).hasSize(20);
    assertThat(loops.since(0).getFirst())
        .isEqualTo(
            new LoopFare(
                loops.since(0).getFirst().controller(), "T-101.level", "%", 0, 48, List.of()));
  }

  @Test
  void whatStraysFromItsSetPointHasAnErrorAndComesNearerToHarm() {
    model.command(model.index("T-101.valve"), 100);
    for (int i = 0; i < 100; i++) {
      model.step(0.05);
      loops.afterScan(i * TENTH);
    }

    LoopFare strayed = loops.since(0).getFirst();
    assertThat(strayed.integralError()).isPositive();
    assertThat(strayed.margin()).isLessThan(48);
    assertThat(loops.since(99 * TENTH).getFirst().integralError())
        .as("of a single sample")
        .isZero();
  }
}
