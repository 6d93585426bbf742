package org.bumpless.runner.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.plc.scan.ScanEngine;
import org.bumpless.runner.wire.WireLab;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Cables;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Controllers;
import org.bumpless.scenario.bench.Evidence;
import org.bumpless.scenario.bench.Field;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.Identities;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.LoadLab;
import org.bumpless.scenario.bench.Loops;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.bench.Power;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Safety;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.bench.Stations;

/** The bench, running; closing it stops everything. */
public final class RunningBench implements DrivenBench {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);
  private static final Duration STILL_UNDER_WAY = Duration.ofMillis(25);
  private static final long LATELY_NANOS = 1_000_000_000L;

  private final BenchFacts facts;
  private final Parts parts;
  private final Labs labs;
  private final Started started;

  RunningBench(BenchFacts facts, Parts parts, LabFactory labs, Started started) {
    this.facts = facts;
    this.parts = parts;
    this.started = started;
    this.labs = labs.create(this);
  }

  /** What has been started. */
  record Parts(
      Fabric fabric,
      PlantServices services,
      BenchIdentities identities,
      Optional<PolicyDecisionPoint> decisionPoint,
      Optional<DecisionService> decisions,
      ScanEngine engine,
      Fronts fronts,
      Islands islands,
      HostWatch watch,
      RecordedProcess process,
      RecordedLoops loops,
      BridgedPlant real,
      Pep pep,
      Clients clients,
      BenchStations stations,
      Historians historians,
      List<Served> served,
      Evidence evidence,
      Optional<Network> network,
      BenchCables cables,
      ProductPower power,
      Troubles troubles) {}

  /** What measures on a bench. */
  record Labs(LatencyLab latency, LoadLab load, Optional<WireLab> wire) {}

  /** Makes the labs of a bench. */
  interface LabFactory {
    Labs create(Bench bench);
  }

  @Override
  public BenchFacts facts() {
    return facts;
  }

  @Override
  public PlantServices services() {
    return parts.services();
  }

  @Override
  public Optional<PolicyDecisionPoint> decisionPoint() {
    return parts.decisionPoint();
  }

  @Override
  public Optional<DecisionService> decisions() {
    return parts.decisions();
  }

  @Override
  public Session session(Call call) {
    return new ClientSession(parts.clients().client(call));
  }

  @Override
  public Stations stations() {
    return parts.stations();
  }

  @Override
  public Loops loops() {
    return parts.loops();
  }

  @Override
  public Controllers controllers() {
    return parts.fronts();
  }

  @Override
  public Safety safety() {
    return parts.islands();
  }

  @Override
  public Process process() {
    return parts.process();
  }

  @Override
  public Field field() {
    return new BenchField(parts.process());
  }

  @Override
  public String fabric() {
    return parts.fabric().kind().label();
  }

  @Override
  public Optional<Network> network() {
    return parts.network();
  }

  @Override
  public Cables cables() {
    return parts.cables();
  }

  @Override
  public Power power() {
    return parts.power();
  }

  @Override
  public LatencyLab latency() {
    return labs.latency();
  }

  @Override
  public LoadLab load() {
    return labs.load();
  }

  /** What sees requests pass the product; empty where there is no wire to look at. */
  public Optional<WireLab> wire() {
    return labs.wire();
  }

  @Override
  public Evidence evidence() {
    return parts.evidence();
  }

  @Override
  public HostStalls stalls() {
    return parts.watch();
  }

  @Override
  public Identities identities() {
    return parts.identities();
  }

  @Override
  public Lateness lateness() {
    return parts.engine().lateness();
  }

  /** The hosts that a person can enter; empty where hosts have no networks of their own. */
  public List<Enterable> hosts() {
    return plant().assets().stream()
        .filter(a -> !(a instanceof Asset.FieldDevice))
        .flatMap(
            asset ->
                parts.fabric().entry(asset.id()).stream()
                    .map(
                        entry ->
                            new Enterable(asset, parts.fabric().host(asset.id()).address(), entry)))
        .toList();
  }

  /** What a client that is not of the bench needs; a new certificate each time. */
  public Guest guest() {
    return parts.clients().guest();
  }

  /** The ports that the controllers serve. */
  public List<Served> served() {
    return parts.served();
  }

  @Override
  public List<String> unrecorded() {
    return Stream.concat(parts.historians().lacks().stream(), parts.real().told().stream())
        .toList();
  }

  @Override
  public List<String> doubts() {
    return parts.real().doubts();
  }

  @Override
  public Optional<String> productEnded() {
    return parts.pep().state() instanceof ProductState.Exited exited
        ? Optional.of(exited.told())
        : Optional.empty();
  }

  @Override
  public void settle() throws InterruptedException {
    clock().await(STILL_UNDER_WAY);
    parts.real().compare();
    parts.engine().awaitScans();
  }

  @Override
  public Optional<String> restore() throws InterruptedException {
    Optional<String> ended = productEnded();
    if (ended.isPresent()) {
      return ended;
    }
    Optional<String> broken = repair();
    if (broken.isPresent()) {
      return broken;
    }
    parts.decisions().ifPresent(d -> d.behave(DecisionService.Behaviour.SOUND));
    new People(plant(), services(), parts.identities()).forget();
    parts.real().revert();
    parts.engine().restore();
    boolean lately =
        parts.troubles().open()
            || parts.stations().since(clock().nanos() - LATELY_NANOS).stream()
                .anyMatch(f -> f.missed() > 0 || f.planned() == 0);
    Optional<String> unseen =
        lately ? parts.stations().awaitAllSeen(SEEN_WITHIN) : Optional.empty();
    if (unseen.isEmpty()) {
      parts.troubles().over();
    }
    return unseen;
  }

  private Optional<String> repair() throws InterruptedException {
    try {
      parts.network().ifPresent(Network::giveAddressesBack);
      parts.cables().mendAll();
      return parts.power().restore();
    } catch (IOException | IllegalStateException e) {
      return Optional.of("the network could not be mended: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    started.close();
  }
}
