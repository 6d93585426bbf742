package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.bench.Stations.Fare;
import org.bumpless.scenario.check.OperatorCheck;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.verdict.Verdict;

/** What operators and stations do and how they fare. */
public final class StationSteps {
  /** So many periods after the last thing that happened, a loss of view has shown itself. */
  private static final int LOSS_SHOWS_AFTER = 5;

  private final World world;

  public StationSteps(World world) {
    this.world = world;
  }

  @Given("the decision point is {behaviour}")
  public void behaves(DecisionService.Behaviour behaviour) {
    world
        .bench()
        .decisions()
        .orElseThrow(() -> new ClaimOpen("the product asks no decision point of the bench"))
        .behave(behaviour);
  }

  @Given("the decision point has been silent for {int} s")
  public void silentFor(int seconds) throws InterruptedException {
    behaves(DecisionService.Behaviour.SILENT);
    world.bench().clock().await(Duration.ofSeconds(seconds));
  }

  @When("the operator at {asset} sets {tag} to {quantity}")
  public void operates(AssetId station, TagId tag, Quantity value) {
    TagValue wanted = value.of(known(tag));
    world.touch(tag.controller());
    world.note(
        "the operator at %s writes %s = %s: %s"
            .formatted(
                station,
                tag,
                wanted,
                world
                    .bench()
                    .stations()
                    .command(station, tag.controller(), new Operation.Write(tag, wanted))));
  }

  @When("the operator at {asset} waits up to {int} s to see all again and sets {tag} to {quantity}")
  public void operatesSeeing(AssetId station, int seconds, TagId tag, Quantity value)
      throws InterruptedException {
    world
        .bench()
        .stations()
        .awaitAllSeen(Duration.ofSeconds(seconds))
        .ifPresent(unseen -> world.note(unseen + "; the operator acts all the same"));
    operates(station, tag, value);
  }

  private Tag known(TagId tag) {
    return world
        .bench()
        .plant()
        .tag(tag)
        .orElseThrow(() -> new ClaimOpen("the plant has no tag " + tag));
  }

  @When("the certificate of {asset} is renewed")
  public void renew(AssetId station) {
    long connections =
        world.bench().plant().flows().stream()
            .filter(f -> f.client().equals(station) && f.period().isPresent())
            .count();
    int moved = world.bench().stations().rotate(station);
    String seen =
        station
            + " moved "
            + moved
            + " of its "
            + connections
            + " connections to its new certificate";
    world.note(seen);
    world.claim(moved == connections ? new Verdict.Pass() : new Verdict.Fail(seen));
  }

  @When("the stations work for {int} s")
  public void work(int seconds) throws InterruptedException {
    world.bench().clock().await(Duration.ofSeconds(seconds));
  }

  @Then("the stations have noticed nothing")
  public void noticedNothing() throws InterruptedException {
    world.bench().stations().awaitAllSeen(longestPeriod().multipliedBy(LOSS_SHOWS_AFTER));
    world.claim(StationCheck.noticedNothing(fares()));
  }

  @Then("the operator at {asset} has not had to wait")
  public void notHeldUp(AssetId station) {
    world.claim(
        OperatorCheck.notHeldUp(
            world.bench().history(),
            world.bench().plant(),
            world.bench().stalls(),
            world.startNanos(),
            station));
  }

  @Then("{asset} has read all its controllers in each cycle")
  public void everyCycle(AssetId station) {
    List<Fare> his = fares().stream().filter(f -> f.station().equals(station)).toList();
    world.claim(StationCheck.everyPollInTime(his));
  }

  private Duration longestPeriod() {
    return world.bench().plant().flows().stream()
        .flatMap(f -> f.period().stream())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private List<Fare> fares() {
    return world.bench().stations().since(world.startNanos());
  }
}
