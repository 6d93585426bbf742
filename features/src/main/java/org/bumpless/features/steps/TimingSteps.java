package org.bumpless.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.features.ClaimFailed;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.Person;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.check.SetUpCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/** What the product costs in time. */
public final class TimingSteps {
  private final World world;
  private final List<Long> setUps = new ArrayList<>();
  private long setUpBudget;

  public TimingSteps(World world) {
    this.world = world;
  }

  @When("the latency from {asset} to {asset} is measured")
  public void measure(AssetId client, AssetId server) throws InterruptedException {
    LatencyFinding finding = world.bench().latency().measure(client, server, world.meanwhile());
    world.add(finding);
    world.touch(server);
    finding
        .figures()
        .forEach(
            f ->
                world.note(
                    "added latency %s: %s (95 %% between %s and %s), budget %s"
                        .formatted(
                            f.name(),
                            LatencyJudge.millis(f.added().value()),
                            LatencyJudge.millis(f.added().low()),
                            LatencyJudge.millis(f.added().high()),
                            LatencyJudge.millis(f.budgetNanos()))));
  }

  @When("the load from {asset} to {asset} is raised until the budget is broken")
  public void raise(AssetId client, AssetId server) throws InterruptedException {
    LoadFinding finding = world.bench().load().carried(client, server, world.meanwhile());
    world.add(finding);
    world.touch(server);
    world.note("the budget past the product: " + finding.direct().told());
    world.note("the budget through the product: " + finding.product().told());
    world.note(
        "the plant's own flows send %d requests a second through this conduit"
            .formatted(finding.neededHz()));
  }

  @Then("the product carries what the plant needs")
  public void carriesWhatIsNeeded() {
    world.claim(
        RollUp.of(world.loads().stream().map(LoadFinding::verdict).toList(), "no load was tried"));
  }

  @Then("the added latency is inside the budget")
  public void insideBudget() {
    world.claim(
        RollUp.of(
            world.latencies().stream().map(LatencyFinding::verdict).toList(),
            "no latency was measured"));
  }

  @When("{person} opens {int} sessions with {asset}, one after the other")
  public void setUp(String name, int count, AssetId server) {
    Person person = world.person(name);
    setUpBudget =
        world
            .bench()
            .plant()
            .enforcedBetween(person.host(), server)
            .map(Conduit::budget)
            .orElseThrow(
                () -> new ClaimOpen("no product stands between " + name + " and " + server))
            .setupMax()
            .toNanos();
    Operation first = new Operation.Read(List.of(new TagId(server, "PV")));
    for (int i = 0; i < count; i++) {
      try (Session session =
          world.bench().session(world.call(person, server, Protocol.MODBUS_TCP))) {
        long begin = now();
        Outcome outcome = session.perform(first);
        if (!(outcome instanceof Outcome.Answered)) {
          throw new ClaimFailed(name + " could not open session " + (i + 1) + ": " + outcome);
        }
        setUps.add(now() - begin);
      }
    }
  }

  @Then("each session was set up inside the budget")
  public void setUpInsideBudget() {
    Verdict verdict =
        SetUpCheck.eachInside(
            "set-ups", setUps, setUpBudget, world.bench().stalls(), world.startNanos(), now());
    long slowest = setUps.stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
    long fastest = setUps.stream().mapToLong(Long::longValue).min().orElse(0);
    world.add(
        new TimingFigure(
            "session set-up", world.scenario(), "host", fastest, slowest, setUpBudget, verdict));
    decisions();
    world.claim(verdict);
  }

  /** What of it the decision point took that the bench serves, if the product asks that one. */
  private void decisions() {
    List<Long> nanos =
        world.bench().history().since(Entry.Decided.class, world.startNanos()).stream()
            .map(Entry.Decided::tookNanos)
            .sorted()
            .toList();
    if (nanos.isEmpty()) {
      world.note("nobody asked the bench's decision point: a decision is part of the set-up here");
      return;
    }
    world.add(
        new TimingFigure(
            "decision, at the decision point",
            world.scenario(),
            "host",
            nanos.getFirst(),
            nanos.getLast(),
            setUpBudget,
            SetUpCheck.eachInside(
                "decisions",
                nanos,
                setUpBudget,
                world.bench().stalls(),
                world.startNanos(),
                now())));
  }

  private long now() {
    return world.bench().clock().nanos();
  }
}
