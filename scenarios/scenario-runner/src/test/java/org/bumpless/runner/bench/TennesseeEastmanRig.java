package org.bumpless.runner.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.VirtualController;

/** The Tennessee Eastman plant as it ships, in lock-step: no thread and no network. */
final class TennesseeEastmanRig {
  private static final Plant FILE = file(Path.of("../plants/tennessee-eastman.yaml"));
  private static final Programs PROGRAMS = new Programs(FILE);
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final double NANOS = 1e9;

  final ProcessModel process;
  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final List<VirtualController> controllers;
  private final ScanCycle cycle;

  TennesseeEastmanRig(long seed) {
    process = ProcessModels.installed().create(FILE.process(), seed);
    RecordedProcess wires = new RecordedProcess(new FaultyProcess(process, seed));
    controllers =
        FILE.assets(Asset.Controller.class).stream()
            .map(
                c ->
                    new VirtualController(
                        c, PROGRAMS.of(c), PROGRAMS.language(), wires, effect -> {}, clock))
            .toList();
    cycle = new ScanCycle(clock, wires, controllers);
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

  double tag(String controller, String name) {
    VirtualController its = of(controller);
    return its.read(slot(its, name)).number();
  }

  /** A station's write, which takes hold at the next scan. */
  void write(String controller, String name, double value) {
    VirtualController its = of(controller);
    int slot = slot(its, name);
    TagValue typed = TagValue.of(its.tags().get(slot).type(), value);
    if (!its.offer(List.of(new LiveTags.Change.Set(slot, typed)))) {
      throw new AssertionError(controller + " takes no more writes");
    }
  }

  private VirtualController of(String controller) {
    return controllers.stream()
        .filter(its -> its.id().value().equals(controller))
        .findFirst()
        .orElseThrow();
  }

  private static int slot(VirtualController controller, String name) {
    return IntStream.range(0, controller.tags().size())
        .filter(slot -> controller.tags().get(slot).id().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(controller.id() + " has no tag " + name));
  }

  void scan() {
    cycle.beat(clock.nanos());
    cycle.publish();
  }

  void runSeconds(double seconds) {
    for (long i = 0; i < Math.round(seconds * NANOS / cycle.periodNanos()); i++) {
      scan();
    }
  }

  /** Runs until the time has passed or the plant has stopped. */
  void runHours(int hours) {
    for (int second = 0; second < hours * SECONDS_PER_HOUR && truth("shutdown") == 0; second++) {
      runSeconds(1);
    }
  }
}
