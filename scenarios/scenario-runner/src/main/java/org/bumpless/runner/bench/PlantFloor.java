package org.bumpless.runner.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.cpu.NoEngineering;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;

/** Level 1 of the plant: its controllers with their programs, and the ports that they serve. */
public final class PlantFloor {
  private final Plant plant;
  private final NanoClock clock;
  private final History history;
  private final Started started;

  /**
   * @param started what is started here is stopped with it
   */
  public PlantFloor(Plant plant, NanoClock clock, History history, Started started) {
    this.plant = plant;
    this.clock = clock;
    this.history = history;
    this.started = started;
  }

  /** All controllers, not scanned yet. */
  public List<VirtualController> controllers(RecordedProcess process) {
    return controllers(process, RealSide.NONE);
  }

  /** The same, with something behind some of them. */
  List<VirtualController> controllers(RecordedProcess process, RealSide real) {
    Programs programs = new Programs(plant);
    List<VirtualController> controllers = new ArrayList<>();
    for (Asset.Controller controller : plant.assets(Asset.Controller.class)) {
      controllers.add(
          new VirtualController(
              controller,
              real.before(controller, programs.of(controller)),
              new Showing(controller, programs.language(), real),
              process,
              effect -> {
                history.append(new Entry.Changed(effect));
                real.changed(effect);
              },
              clock));
    }
    return List.copyOf(controllers);
  }

  /** A language whose programs show what is behind their controller, also when downloaded. */
  private record Showing(Asset.Controller controller, ProgramLanguage language, RealSide real)
      implements ProgramLanguage {
    @Override
    public String id() {
      return language.id();
    }

    @Override
    public ControllerProgram compile(ProgramText text) throws BadProgramException {
      return real.before(controller, language.compile(text));
    }
  }

  /** The logic solvers of the safety islands, not scanned yet. */
  public List<LogicSolver> solvers(RecordedProcess process) {
    return plant.assets(Asset.SafetyController.class).stream()
        .map(
            solver ->
                new LogicSolver(
                    solver,
                    plant.safetyFunctions(),
                    process,
                    event -> history.append(new Entry.Safety(event)),
                    clock))
        .toList();
  }

  /**
   * Opens all ports, on as many processors as there are: an OPC UA address space has thousands of
   * nodes.
   *
   * @throws IOException if a port cannot be had
   */
  List<Served> serve(
      List<VirtualController> controllers,
      Fabric fabric,
      BenchIdentities identities,
      Map<String, String> users)
      throws IOException, InterruptedException {
    List<Callable<Served>> openings = new ArrayList<>();
    for (VirtualController controller : controllers) {
      for (EndpointSpec spec : controller.asset().endpoints()) {
        openings.add(() -> open(controller, spec, fabric, identities, users));
      }
    }
    try (ExecutorService openers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("open-", 0).factory())) {
      List<Served> served = new ArrayList<>();
      for (Future<Served> opening : openers.invokeAll(openings)) {
        served.add(outcome(opening));
      }
      return List.copyOf(served);
    }
  }

  private static Served outcome(Future<Served> opening) throws IOException, InterruptedException {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException why -> throw why;
        case RuntimeException why -> throw why;
        case Error why -> throw why;
        case null, default ->
            throw new IllegalStateException("a port could not be opened: " + e, e);
      }
    }
  }

  private Served open(
      VirtualController controller,
      EndpointSpec spec,
      Fabric fabric,
      BenchIdentities identities,
      Map<String, String> users)
      throws IOException, InterruptedException {
    ProtocolProvider provider =
        Providers.find(
            ProtocolProvider.class, p -> p.protocol().id(), spec.protocol().id(), "protocol");
    InetSocketAddress bind = fabric.server(controller.asset().id(), spec.port());
    ServeSettings settings =
        new ServeSettings(
            controller.asset(),
            spec,
            controller,
            controller.asset().personality().firmware().takesOrders(spec.protocol())
                ? controller.engineering()
                : new NoEngineering(controller.engineering()),
            request -> history.append(new Entry.Reached(request)),
            bind,
            clock,
            identities.application(controller.asset().id().value(), List.of(bind.getAddress())),
            identities.trust(),
            users);
    Endpoint endpoint =
        started.add(fabric.host(controller.asset().id()).within(() -> provider.serve(settings)));
    return new Served(controller.asset(), spec, endpoint.address(), endpoint.reach());
  }
}
