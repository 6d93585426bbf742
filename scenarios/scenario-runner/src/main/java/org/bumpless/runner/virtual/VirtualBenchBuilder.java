package org.bumpless.runner.virtual;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.adapter.logical.LogicalPep;
import org.bumpless.adapter.logical.LogicalPepProvider;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.fault.FaultyProcess;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.plc.scan.Scanned;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.runner.InputException;
import org.bumpless.runner.MissingException;
import org.bumpless.runner.bench.AssetRoles;
import org.bumpless.runner.bench.BenchFacts;
import org.bumpless.runner.bench.BenchIdentities;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.runner.bench.Fronts;
import org.bumpless.runner.bench.Islands;
import org.bumpless.runner.bench.People;
import org.bumpless.runner.bench.PlantFloor;
import org.bumpless.runner.bench.Providers;
import org.bumpless.runner.bench.RecordedDecisions;
import org.bumpless.runner.bench.RecordedLoops;
import org.bumpless.runner.bench.RecordedProcess;
import org.bumpless.runner.bench.Started;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** Puts a virtual bench together; if one part fails, all that was started is stopped. */
public final class VirtualBenchBuilder {
  /** Wall-clock time at which each virtual run begins: nothing in it may depend on today's date. */
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

  private static final Duration MEMORY = Duration.ofMinutes(10);

  private final Plant plant;
  private final Sut sut;
  private final Profile profile;
  private final long seed;
  private final History history;
  private final Started started = new Started();

  public VirtualBenchBuilder(Plant plant, Sut sut, Profile profile, long seed, History history) {
    this.plant = plant;
    this.sut = sut;
    this.profile = profile;
    this.seed = seed;
    this.history = history;
  }

  /**
   * Puts it together, on the thread that will use it.
   *
   * @throws InputException if a file names something that does not exist, does not work or cannot
   *     run in virtual time
   */
  public DrivenBench start() {
    try {
      return build();
    } catch (ProductException | IllegalArgumentException e) {
      started.close();
      throw new InputException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      started.close();
      throw new MissingException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private DrivenBench build() throws ProductException, IOException {
    VirtualTime clock = new VirtualTime(BEGIN);
    PlantServices services =
        started.add(
            Providers.only(PlantServices.Factory.class)
                .start(
                    plant.id(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock));
    BenchIdentities identities =
        new BenchIdentities(services, plant.id(), new AssetRoles(plant), clock);
    People people = new People(plant, services, identities);
    people.enterWorkloads();
    Optional<PolicyDecisionPoint> decisionPoint = decisionPoint(clock);
    Optional<VirtualDecisions> decisions =
        decisionPoint.map(pdp -> new VirtualDecisions(new RecordedDecisions(pdp, clock, history)));
    LogicalPep product = product(services, decisions, clock);

    FaultyProcess model =
        new FaultyProcess(
            started.add(ProcessModels.installed().create(plant.process(), seed)), seed);
    RecordedProcess process = new RecordedProcess(model);
    PlantFloor floor = new PlantFloor(plant, clock, history, started);
    List<VirtualController> controllers = floor.controllers(process);
    List<LogicSolver> solvers = floor.solvers(process);
    RecordedLoops loops = new RecordedLoops(model, controllers);
    ScanCycle cycle =
        new ScanCycle(
            clock,
            process,
            Stream.<Scanned>concat(controllers.stream(), solvers.stream()).toList());
    VirtualWay way =
        new VirtualWay(
            plant,
            product,
            controllers,
            request -> history.append(new Entry.Reached(request)),
            clock);
    VirtualStations stations = new VirtualStations(plant, way, identities, history, clock);
    Lateness lateness = new Lateness(cycle.periodNanos(), MEMORY);
    clock.drive(cycle);
    clock.afterBeat(nanos -> lateness.scanned(nanos, nanos));
    clock.afterBeat(process::afterScan);
    clock.afterBeat(loops::afterScan);
    clock.afterBeat(stations::afterBeat);
    return new VirtualBench(
        new BenchFacts(plant, sut, profile, seed, clock, history),
        new VirtualBench.Parts(
            cycle,
            lateness,
            services,
            identities,
            people,
            decisionPoint,
            decisions.map(DecisionService.class::cast),
            new Fronts(controllers, solvers),
            new Islands(plant, solvers),
            process,
            loops,
            way,
            stations),
        started);
  }

  private Optional<PolicyDecisionPoint> decisionPoint(VirtualTime clock) throws ProductException {
    if (sut.pdp().isEmpty()) {
      return Optional.empty();
    }
    Sut.PdpChoice choice = sut.pdp().get();
    return Optional.of(
        started.add(
            Providers.find(PdpProvider.class, PdpProvider::id, choice.provider(), "PDP provider")
                .create(choice.settings(), sut.folder(), clock)));
  }

  private LogicalPep product(
      PlantServices services, Optional<VirtualDecisions> decisions, VirtualTime clock)
      throws ProductException {
    String provider = sut.deployment().provider();
    return Providers.all(LogicalPepProvider.class).stream()
        .filter(known -> known.id().equals(provider))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "%s is attached by %s, which runs in real time only; expected --clock real, or a built-in product"
                        .formatted(sut.id(), provider)))
        .create(sut, plant, services, decisions.map(PolicyDecisionPoint.class::cast), clock);
  }
}
