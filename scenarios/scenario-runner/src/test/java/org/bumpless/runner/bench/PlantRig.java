package org.bumpless.runner.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import org.bumpless.plant.model.SafetyEvent;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.Scanned;
import org.bumpless.plc.scan.VirtualController;

/**
 * A plant as it ships, with its controllers and logic solvers in lock-step: no thread and no
 * network.
 */
final class PlantRig {
  private static final int SECONDS_PER_HOUR = 3_600;
  private static final double NANOS = 1e9;

  final ProcessModel process;
  private final JumpingClock clock = new JumpingClock(Instant.EPOCH);
  private final String device;
  private final List<VirtualController> controllers;
  private final List<SafetyEvent> safety = new ArrayList<>();
  private final ScanCycle cycle;

  /**
   * @param plant name of its file
   * @param device the unit that {@link #truth} speaks of
   */
  PlantRig(String plant, String device, long seed) {
    this.device = device;
    Plant file = file(Path.of("../plants/" + plant + ".yaml"));
    Programs programs = new Programs(file);
    process = ProcessModels.installed().create(file.process(), seed);
    RecordedProcess wires = new RecordedProcess(new FaultyProcess(process, seed));
    controllers =
        file.assets(Asset.Controller.class).stream()
            .map(
                c ->
                    new VirtualController(
                        c, programs.of(c), programs.language(), wires, effect -> {}, clock))
            .toList();
    List<Scanned> scanned = new ArrayList<>(controllers);
    for (Asset.SafetyController solver : file.assets(Asset.SafetyController.class)) {
      scanned.add(new LogicSolver(solver, file.safetyFunctions(), wires, safety::add, clock));
    }
    cycle = new ScanCycle(clock, wires, scanned);
  }

  static PlantRig tennesseeEastman(long seed) {
    return new PlantRig("tennessee-eastman", "TE-1", seed);
  }

  private static Plant file(Path path) {
    try {
      return PlantFile.read(path);
    } catch (BadFileException e) {
      throw new AssertionError(e);
    }
  }

  double truth(String signal) {
    return process.truth(process.index(device + "." + signal));
  }

  /** What the logic solvers have told. */
  List<SafetyEvent> safety() {
    return safety;
  }

  /** Disturbs Tennessee Eastman. */
  void disturb(int number) {
    process.command(process.index(device + ".idv" + number), 1);
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

  /** Runs Tennessee Eastman until the time has passed or the plant has stopped. */
  void runHours(int hours) {
    for (int second = 0; second < hours * SECONDS_PER_HOUR && truth("shutdown") == 0; second++) {
      runSeconds(1);
    }
  }
}
