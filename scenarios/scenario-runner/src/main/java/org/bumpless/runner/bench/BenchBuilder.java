package org.bumpless.runner.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.FabricKind;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.plc.scan.Scanned;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.runner.InputException;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.access.Approaches;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.runner.way.Ways;
import org.bumpless.runner.wire.Wire;
import org.bumpless.runner.wire.WireEvidence;
import org.bumpless.runner.wire.WireLab;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Evidence;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** Starts a bench part by part; if one part fails, all that was started is stopped. */
public final class BenchBuilder {
  private static final Duration FIRST_SEEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration BUSY = Duration.ofMillis(250);

  /** What a run may take beyond its profile: to start, to end its last scenario, to judge. */
  private static final Duration BEYOND_PROFILE = Duration.ofMinutes(5);

  private static final String USER = "bench";

  private final Plant plant;
  private final Sut sut;
  private final Profile profile;
  private final long seed;
  private final FabricKind kind;
  private final Path folder;
  private final History history;
  private final RealTime timing;
  private final NanoClock clock = new RealClock();
  private final Started started = new Started();
  private Set<AssetId> writes = Set.of();

  /**
   * @param kind what the plant's network is made of
   * @param folder the product's files and the historian's database go into it
   * @param timing how the threads are scheduled that latency is measured with
   */
  public BenchBuilder(
      Plant plant,
      Sut sut,
      Profile profile,
      long seed,
      FabricKind kind,
      Path folder,
      History history,
      RealTime timing) {
    this.plant = plant;
    this.sut = sut;
    this.profile = profile;
    this.seed = seed;
    this.kind = kind;
    this.folder = folder;
    this.history = history;
    this.timing = timing;
  }

  /** The real controllers that the command line allows the bench to write to. */
  public BenchBuilder allowWrites(Set<AssetId> controllers) {
    writes = Set.copyOf(controllers);
    return this;
  }

  /** The clock that the bench will run on. */
  public NanoClock clock() {
    return clock;
  }

  /**
   * Starts everything and waits until all stations see all their controllers.
   *
   * @throws InputException if a file names something that does not exist or does not work
   * @throws MissingException if something is not installed, taken, or does not get ready
   */
  public RunningBench start() throws InterruptedException {
    try {
      return build();
    } catch (ProductException e) {
      throw switch (e.fault()) {
        case BAD_INPUT -> stopped(new InputException(text(e)));
        case UNAVAILABLE -> stopped(new MissingException(text(e), e));
      };
    } catch (IllegalArgumentException e) {
      throw stopped(new InputException(text(e)));
    } catch (IOException e) {
      throw stopped(new MissingException(text(e), e));
    } catch (InterruptedException e) {
      throw stopped(e);
    } catch (RuntimeException e) {
      throw stopped(e);
    } catch (ServiceConfigurationError e) {
      throw stopped(e); // an adapter that does not load leaves nothing behind either
    }
  }

  /** What may be the reason: a product that has ended, or a host that is too busy. */
  private static String hint(Pep pep, long stallNanos) {
    if (pep.state() instanceof ProductState.Exited exited) {
      return "; " + exited.told();
    }
    return stallNanos > BUSY.toNanos()
        ? "; the host itself stood still for up to %d ms meanwhile: fewer things at once on it would help"
            .formatted(stallNanos / 1_000_000)
        : "";
  }

  /** Stops what was started; what goes wrong with that does not hide why. */
  private <E extends Throwable> E stopped(E why) {
    try {
      started.close();
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
    return why;
  }

  private RunningBench build() throws IOException, ProductException, InterruptedException {
    if (kind == FabricKind.NETNS && !plant.bridged().isEmpty()) {
      throw new InputException(
          plant.bridged().getFirst().id()
              + " is a real controller, and nothing leads out of the plant's own network; expected --fabric loopback");
    }
    Fabric fabric = started.add(Fabrics.make(kind, plant));
    BridgedPlant real = started.add(new BridgedPlant(clock, history));
    real.open(plant, folder, writes);
    PlantServices.Factory servicesFactory = Providers.only(PlantServices.Factory.class);
    PlantServices services =
        started.add(
            fabric
                .services()
                .within(
                    () -> servicesFactory.start(plant.id(), fabric.service("services"), clock)));
    BenchIdentities identities =
        new BenchIdentities(services, plant.id(), new AssetRoles(plant), clock);
    new People(plant, services, identities).enterWorkloads();
    Map<String, String> users = Map.of(USER, password());
    FaultyProcess model =
        new FaultyProcess(
            started.add(ProcessModels.installed().create(plant.process(), seed)), seed);
    RecordedProcess process = new RecordedProcess(model);
    PlantFloor floor = new PlantFloor(plant, clock, history, started);
    List<VirtualController> controllers = floor.controllers(process, real);
    List<LogicSolver> solvers = floor.solvers(process);
    RecordedLoops loops = new RecordedLoops(model, controllers);
    ScanEngine engine =
        started.add(
            new ScanEngine(
                clock,
                new ScanCycle(clock, process, both(controllers, solvers)),
                nanos -> {
                  process.afterScan(nanos);
                  loops.afterScan(nanos);
                  real.afterScan(nanos, controllers);
                },
                memory()));
    List<Served> served = floor.serve(controllers, fabric, identities, users);
    Routes routes = Routes.of(plant, Routes.Addresses.of(plant, fabric, sut.access()));
    ProductBay bay = new ProductBay(sut, clock, history, started);
    Optional<PolicyDecisionPoint> decisionPoint = bay.decisionPoint(plant);
    Optional<ServedDecisions> decisions =
        bay.decisions(decisionPoint, plant, fabric, routes, services);
    Pep pep = bay.product(plant, fabric, routes, services, identities, decisions, folder);
    Clients clients =
        new Clients(
            plant,
            fabric,
            routes,
            pep,
            started.add(
                Approaches.of(
                    sut.access(),
                    identities.trust(),
                    plant.id(),
                    BenchIdentities.assetPath(ProductBay.PRODUCT))),
            identities,
            new Login.UserName(USER, users.getOrDefault(USER, "")),
            clock);
    Optional<Wire> wire = Wire.of(fabric, clock).map(started::add);
    Historians historians =
        started.add(
            new Historians(
                plant,
                folder,
                Map.of("plant", plant.id(), "product", sut.id(), "seed", Long.toString(seed)),
                process::unit,
                clock));
    historians.listen(plant, fabric, solvers, clock);
    BusyTimes busy = new BusyTimes(memory());
    HostWatch watch = started.add(watch(engine, busy, fabric, clients));
    Troubles troubles = new Troubles(clock, watch::excuse);
    BenchCables cables =
        started.add(new BenchCables(fabric, clock, new SplittableRandom(seed), troubles));
    BenchStations stations =
        started.add(
            new BenchStations(
                plant,
                fabric,
                clients,
                identities,
                clock,
                history,
                historians,
                new FareBook(history, clock, troubles, busy, memory())));
    long begin = clock.nanos();
    Optional<String> unseen = stations.awaitAllSeen(FIRST_SEEN_WITHIN);
    if (unseen.isPresent()) {
      throw new MissingException(
          "the plant does not come up through %s: %s%s; look into %s"
              .formatted(
                  sut.id(),
                  unseen.get(),
                  hint(pep, watch.longestNanos(begin, clock.nanos())),
                  folder));
    }
    RandomGenerator random = new SplittableRandom(seed);
    Optional<Network> network =
        wire.map(
            w ->
                started.add(
                    new Ways(
                        new Ways.Ground(plant, fabric, w, clock),
                        pep.routes(),
                        clients::settings,
                        new SplittableRandom(seed),
                        troubles::begin)));
    Optional<WireLab> sight = wire.map(w -> new WireLab(w, new ProductEnds(routes, pep), clock));
    return new RunningBench(
        new BenchFacts(plant, sut, profile, seed, clock, history),
        new RunningBench.Parts(
            fabric,
            services,
            identities,
            decisionPoint,
            decisions.map(DecisionService.class::cast),
            engine,
            new Fronts(controllers, solvers),
            new Islands(plant, solvers),
            watch,
            process,
            loops,
            real,
            pep,
            clients,
            stations,
            historians,
            served,
            wire.<Evidence>map(w -> new WireEvidence(w, folder, clock, history, sut.id()))
                .orElse(Evidence.NONE),
            network,
            cables,
            new ProductPower(pep, troubles),
            troubles),
        bench ->
            new RunningBench.Labs(
                new BlockLab(
                    bench,
                    routes,
                    new Detours(plant, fabric, clients, timing),
                    random,
                    sight,
                    timing),
                new KneeLab(bench, routes, timing),
                sight),
        started);
  }

  private static List<Scanned> both(
      List<VirtualController> controllers, List<LogicSolver> solvers) {
    return Stream.concat(controllers.stream(), solvers.stream()).<Scanned>map(s -> s).toList();
  }

  private HostWatch watch(ScanEngine engine, BusyTimes busy, Fabric fabric, Clients clients) {
    Flow flow =
        HostWatch.quickest(plant)
            .orElseThrow(
                () -> new IllegalArgumentException("plant " + plant.id() + " has no polling flow"));
    return new HostWatch(
        engine.lateness(),
        busy,
        clients.client(
            new Call(
                flow.client(),
                flow.server(),
                flow.protocol(),
                Optional.empty(),
                Call.Way.DIRECT,
                false)),
        new Operation.Read(flow.tags()),
        clock,
        fabric.host(flow.client()).threads("control"),
        memory());
  }

  /** The whole run is judged at its end, so nothing of it may be forgotten until then. */
  private Duration memory() {
    return profile.maxDuration().plus(BEYOND_PROFILE);
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private String password() {
    return Long.toHexString(new SplittableRandom(seed ^ clock.nanos()).nextLong());
  }
}
