package org.bumpless.runner.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.bridge.BridgePlan;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.Effect;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** The real controllers behind the virtual ones of a plant. */
final class BridgedPlant implements RealSide, AutoCloseable {
  private static final long COMPARE_EVERY_NANOS = 200_000_000L;

  private final NanoClock clock;
  private final History history;
  private final Started started = new Started();
  private final Map<AssetId, RealController> reals = new LinkedHashMap<>();
  private final Map<AssetId, BridgeSpec> specs = new LinkedHashMap<>();
  private final Map<AssetId, List<Shadow>> shadows = new LinkedHashMap<>();
  private final Map<AssetId, String> unsound = new ConcurrentHashMap<>();
  private long nextNanos = Long.MIN_VALUE;
  private volatile boolean due;

  BridgedPlant(NanoClock clock, History history) {
    this.clock = clock;
    this.history = history;
  }

  /**
   * Opens all bridges; what was opened is closed with this, also if one fails.
   *
   * @param folder of the run
   * @param writes the controllers that the command line names
   */
  void open(Plant plant, Path folder, Set<AssetId> writes)
      throws ProductException, InterruptedException {
    for (Asset.Controller controller : plant.bridged()) {
      BridgeSpec spec = controller.bridge().orElseThrow();
      BridgePlan plan =
          new BridgePlan(
              controller, spec, writes.contains(controller.id()), folder, clock, this::happened);
      reals.put(controller.id(), started.add(BridgeChecks.provider(spec).open(plan)));
      specs.put(controller.id(), spec);
      if (spec.role() == Role.SHADOW) {
        shadows.put(controller.id(), spec.tags().stream().map(Shadow::new).toList());
      }
      mark(
          Entry.Mark.Kind.STEP,
          "%s is a real controller behind a virtual one: %s, %s"
              .formatted(
                  controller.id(),
                  spec.role(),
                  plan.mayWrite() ? "writes are let through" : "read-only"));
    }
  }

  private void happened(BridgeEvent event) {
    String text = "real " + event.controller() + ": " + event.text();
    switch (event.kind()) {
      case LOST, REFUSED, REVERTED -> mark(Entry.Mark.Kind.FAULT, text);
      case UNKNOWN, ENDED -> {
        unsound.putIfAbsent(event.controller(), text);
        mark(Entry.Mark.Kind.FAULT, text);
      }
      case BACK, WRITTEN -> mark(Entry.Mark.Kind.STEP, text);
    }
  }

  private void mark(Entry.Mark.Kind kind, String text) {
    history.append(new Entry.Mark(clock.nanos(), kind, text));
  }

  @Override
  public ControllerProgram before(Asset.Controller controller, ControllerProgram program) {
    RealController real = reals.get(controller.id());
    BridgeSpec spec = specs.get(controller.id());
    return real == null || spec == null || spec.role() == Role.SHADOW
        ? program
        : new MirroredProgram(program, real);
  }

  @Override
  public void changed(Effect effect) {
    AssetId id = effect.tag().controller();
    RealController real = reals.get(id);
    BridgeSpec spec = specs.get(id);
    if (real != null && spec != null && spec.role() == Role.CONTROL) {
      if (!real.offer(effect.tag(), effect.after())) {
        mark(
            Entry.Mark.Kind.FAULT,
            "real " + id + ": " + effect.tag() + " = " + effect.after() + " is not handed on");
      }
    }
  }

  /** Called after each scan, on the scan thread. */
  void afterScan(long nanos, List<VirtualController> controllers) {
    if (reals.isEmpty() || (nanos < nextNanos && !due)) {
      return;
    }
    due = false;
    nextNanos = nanos + COMPARE_EVERY_NANOS;
    for (VirtualController controller : controllers) {
      RealController real = reals.get(controller.id());
      if (real != null) {
        look(controller, real);
      }
    }
  }

  /** What stands in the plant at this moment is compared after the next scan. */
  void compare() {
    due = true;
  }

  private void look(VirtualController controller, RealController real) {
    if (!real.sound()) {
      unsound.putIfAbsent(
          controller.id(),
          "the values of the real controller "
              + controller.id()
              + " were stale for some time: its connection would have to hold for the whole run");
    }
    for (Shadow shadow : shadows.getOrDefault(controller.id(), List.of())) {
      IntStream.range(0, controller.tags().size())
          .filter(slot -> controller.tags().get(slot).id().equals(shadow.point().tag()))
          .mapToObj(slot -> shadow.compare(controller.read(slot).number(), real))
          .forEach(told -> told.ifPresent(text -> mark(Entry.Mark.Kind.FAULT, text)));
    }
  }

  /** What somebody should know of the real controllers at the end, one sentence each. */
  List<String> told() {
    List<String> told = new ArrayList<>(unsound.values());
    shadows.values().stream()
        .flatMap(List::stream)
        .forEach(shadow -> shadow.told().ifPresent(told::add));
    return told;
  }

  /** Why what was observed may not be what the real controllers did; empty if there is no doubt. */
  List<String> doubts() {
    return List.copyOf(unsound.values());
  }

  /** Gives all of them their recorded values back, as the virtual ones get theirs. */
  void revert() {
    reals.values().forEach(RealController::revert);
  }

  @Override
  public void close() {
    started.close();
  }
}
