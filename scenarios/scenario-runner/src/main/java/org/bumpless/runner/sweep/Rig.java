package org.bumpless.runner.sweep;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.Scanned;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.runner.bench.Programs;

/**
 * A piece of the plant for one trial: its process, controllers and logic solvers, beat after beat.
 */
final class Rig implements AutoCloseable {
  private final Plant plant;
  private final BeatClock clock = new BeatClock();
  private final ProcessModel model;
  private final LateProcess process;
  private final List<VirtualController> controllers;
  private final ScanCycle cycle;
  private String firstOut = "";

  /**
   * Where and how the wires are late.
   *
   * @param conduit what crosses it is late
   */
  record Late(Conduit conduit, Passage passage) {}

  Rig(Plant plant, Programs programs, Neighbourhood near, long seed, Late late) {
    this.plant = plant;
    this.model = ProcessModels.installed().create(near.process(), seed);
    this.process = new LateProcess(model, seed);
    this.controllers =
        near.controllers().stream()
            .map(
                its ->
                    new VirtualController(
                        its,
                        programs.of(its),
                        programs.language(),
                        process.wires(
                            late.passage(),
                            crosses(its, late.conduit()),
                            its.program().scan().toNanos(),
                            its.id().value()),
                        _ -> {},
                        clock))
            .toList();
    List<LogicSolver> solvers = near.solvers().stream().map(its -> solver(its, late)).toList();
    this.cycle =
        new ScanCycle(
            clock,
            process,
            Stream.<Scanned>concat(controllers.stream(), solvers.stream()).toList());
  }

  private LogicSolver solver(Asset.SafetyController solver, Late late) {
    return new LogicSolver(
        solver,
        plant.safetyFunctions(),
        process.wires(
            late.passage(),
            crosses(solver, late.conduit()),
            solver.scan().toNanos(),
            solver.id().value()),
        event -> {
          switch (event.kind()) {
            case FIRST_OUT -> firstOut = firstOut.isEmpty() ? event.subject() : firstOut;
            default -> {
              // what people do at its front, and they do nothing here
            }
          }
        },
        clock);
  }

  private Predicate<String> crosses(Asset user, Conduit conduit) {
    if (!user.zone().equals(conduit.from())) {
      return _ -> false;
    }
    return signal ->
        plant
            .asset(Neighbourhood.device(signal))
            .filter(device -> device.zone().equals(conduit.to()))
            .isPresent();
  }

  /** The process takes a step, and everything scans whose time has come. */
  void beat() {
    long next = clock.nanos() + cycle.periodNanos();
    clock.set(next);
    cycle.beat(next);
    cycle.publish();
  }

  long nanos() {
    return clock.nanos();
  }

  long beatNanos() {
    return cycle.periodNanos();
  }

  ProcessModel model() {
    return model;
  }

  LateProcess process() {
    return process;
  }

  /** The safety function that tripped first; empty if none has. */
  String firstOut() {
    return firstOut;
  }

  VirtualController controller(AssetId id) {
    return controllers.stream().filter(its -> its.id().equals(id)).findFirst().orElseThrow();
  }

  double tag(AssetId controller, String name) {
    VirtualController its = controller(controller);
    return its.read(slot(its, name)).number();
  }

  void write(AssetId controller, String name, double value) {
    VirtualController its = controller(controller);
    int slot = slot(its, name);
    its.offer(List.of(new Change.Set(slot, TagValue.of(its.tags().get(slot).type(), value))));
  }

  static boolean writable(Asset.Controller controller, String name) {
    return controller.tags().stream()
        .filter(tag -> tag.id().name().equals(name))
        .map(Tag::access)
        .anyMatch(access -> access != TagAccess.READ_ONLY);
  }

  private static int slot(VirtualController controller, String name) {
    return IntStream.range(0, controller.tags().size())
        .filter(slot -> controller.tags().get(slot).id().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(controller.id() + " has no tag " + name));
  }

  @Override
  public void close() {
    model.close();
  }
}
