package org.bumpless.features.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.sut.Failure;
import org.bumpless.adapter.sut.Feature;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.features.testing.Products.Product;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Controllers;
import org.bumpless.scenario.bench.Evidence;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.LoadLab;
import org.bumpless.scenario.bench.Loops;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Safety;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.process.LoopFare;
import org.bumpless.scenario.profile.Profile;
import org.bumpless.scenario.profile.ProfileFile;
import org.bumpless.scenario.timing.Knee;
import org.bumpless.scenario.timing.LoadFinding;

/**
 * The shipped tank farm without anything running: controllers that do as they are told at once, a
 * clock that jumps, and a product whose behaviour is chosen by the test.
 */
public final class FakeBench implements Bench {
  private final JumpingClock clock = new JumpingClock(Instant.parse("2026-01-01T08:00:00Z"));
  private final History history = new History(entry -> {});
  private final FakeServices services = new FakeServices();
  private final FakeIdentities identities = new FakeIdentities(clock);
  private final FakeStations stations = new FakeStations(this);
  private final FakeCables cables = new FakeCables();
  private final FakePower power = new FakePower();
  private final FakeField field = new FakeField();
  private final FakeSafety safety = new FakeSafety();
  private final FakeProcess process = new FakeProcess();
  private final FakeDecisions decisions = new FakeDecisions();
  private final FakeSut sut = new FakeSut();
  private final Deque<Optional<String>> obstacles = new ArrayDeque<>();
  private final Plant plant;
  private final FakeControllers controllers;
  private final Profile profile;
  private Product product = Products::open;
  private HostStalls stalls = HostStalls.NONE;
  private Optional<String> ended = Optional.empty();
  private Optional<Network> network = Optional.empty();
  private Runnable settling = () -> {};
  private Runnable restoring = () -> {};
  private boolean stopped;
  private LatencyLab lab =
      (client, server, beside) -> {
        throw new IllegalArgumentException("this bench has no lab");
      };

  /** With the standard profile. */
  public FakeBench() throws BadFileException {
    this("standard");
  }

  /**
   * @param profile name of a shipped profile
   */
  public FakeBench(String profile) throws BadFileException {
    plant = PlantFile.read(Path.of("../scenarios/plants/tank-farm.yaml"));
    this.controllers = new FakeControllers(plant, clock, history);
    this.profile = ProfileFile.read(Path.of("../scenarios/profiles", profile + ".yaml"));
  }

  public FakeBench product(Product other) {
    product = other;
    return this;
  }

  public FakeBench features(Set<Feature> declared) {
    sut.features(declared);
    return this;
  }

  /** What the product's {@code sut.yaml} names as its decision point. */
  public FakeBench decisionPoint(Optional<PolicyDecisionPoint> of) {
    sut.decisionPoint(of);
    return this;
  }

  public FakeBench failure(Failure declared) {
    sut.failure(declared);
    return this;
  }

  public FakeBench stalls(HostStalls of) {
    stalls = of;
    return this;
  }

  /** Hosts have networks of their own. */
  public FakeBench network(Network of) {
    network = Optional.of(of);
    return this;
  }

  public FakeBench lab(LatencyLab of) {
    lab = of;
    return this;
  }

  /** What happens while the bench waits for the plant. */
  public FakeBench settling(Runnable then) {
    settling = then;
    return this;
  }

  /** What the next restores say; none of them is in the way by itself. */
  public FakeBench obstacle(Optional<String> next) {
    obstacles.add(next);
    return this;
  }

  /** What happens while the bench is brought back. */
  public FakeBench restoring(Runnable then) {
    restoring = then;
    return this;
  }

  /** Somebody wants the run to end. */
  public void stop() {
    stopped = true;
  }

  public boolean stopped() {
    return stopped;
  }

  public void productEnds(String why) {
    ended = Optional.of(why);
  }

  /** A controller carries out what has reached it. */
  public Outcome obey(Call call, Operation operation) {
    return controllers.obey(call, operation);
  }

  /** An operator's command: a product must let it through, so only a closed one does not. */
  Outcome command(Call call, Operation operation) {
    return product.react(this, call, operation) instanceof Outcome.Answered answered
        ? answered
        : obey(call, operation);
  }

  boolean decisionsSilent() {
    return decisions.silent();
  }

  @Override
  public Plant plant() {
    return plant;
  }

  @Override
  public Sut sut() {
    return sut.read();
  }

  @Override
  public Profile profile() {
    return profile;
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public JumpingClock clock() {
    return clock;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public FakeServices services() {
    return services;
  }

  @Override
  public Optional<PolicyDecisionPoint> decisionPoint() {
    return sut.decisionPoint();
  }

  @Override
  public Optional<DecisionService> decisions() {
    return Optional.of(decisions);
  }

  @Override
  public Session session(Call call) {
    return new FakeSession(operation -> product.react(this, call, operation));
  }

  @Override
  public FakeStations stations() {
    return stations;
  }

  @Override
  public Loops loops() {
    return nanos ->
        plant.assets(Asset.Controller.class).stream()
            .map(Asset::id)
            .map(id -> new LoopFare(id, id + ".level", "%", 1, 40, List.of()))
            .toList();
  }

  @Override
  public Controllers controllers() {
    return controllers;
  }

  @Override
  public Safety safety() {
    return safety;
  }

  @Override
  public Process process() {
    return process;
  }

  @Override
  public FakeField field() {
    return field;
  }

  @Override
  public String fabric() {
    return network.isPresent() ? "netns" : "loopback";
  }

  @Override
  public Optional<Network> network() {
    return network;
  }

  @Override
  public FakeCables cables() {
    return cables;
  }

  @Override
  public FakePower power() {
    return power;
  }

  @Override
  public LatencyLab latency() {
    return lab;
  }

  @Override
  public LoadLab load() {
    return (client, server, beside) ->
        new LoadFinding(
            client + " to " + server + beside, new Knee(6_400, Knee.NONE), new Knee(800, 960), 40);
  }

  @Override
  public Evidence evidence() {
    return Evidence.NONE;
  }

  @Override
  public HostStalls stalls() {
    return stalls;
  }

  @Override
  public Optional<String> productEnded() {
    return ended;
  }

  @Override
  public FakeIdentities identities() {
    return identities;
  }

  @Override
  public void settle() throws InterruptedException {
    clock.await(Duration.ofMillis(25));
    settling.run();
  }

  @Override
  public Optional<String> restore() throws InterruptedException {
    clock.await(Duration.ofMillis(10));
    restoring.run();
    services.forget();
    decisions.restore();
    cables.mendAll();
    power.restore();
    field.repairAll();
    controllers.restore();
    return obstacles.isEmpty() ? ended : obstacles.remove();
  }
}
