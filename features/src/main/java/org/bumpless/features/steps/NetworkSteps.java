package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.Person;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.bench.Network.Aside;
import org.bumpless.scenario.bench.Network.Forgery;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.bench.Network.Pushed;
import org.bumpless.scenario.bench.Network.Smuggled;
import org.bumpless.scenario.check.PassageCheck;
import org.bumpless.scenario.check.StationCheck;
import org.bumpless.scenario.check.WayCheck;

/** Ways that packets take between the zones of the plant. */
public final class NetworkSteps {
  private static final Duration OPEN_WITHIN = Duration.ofSeconds(10);

  private final World world;
  private List<Knock> knocks = List.of();
  private List<Forgery> forgeries = List.of();
  private List<Pushed> pushed = List.of();
  private List<Aside> asides = List.of();
  private Optional<Smuggled> smuggled = Optional.empty();

  public NetworkSteps(World world) {
    this.world = world;
  }

  @When("every host knocks at every other")
  public void knockEverywhere() throws InterruptedException {
    knocks = network().knockEverywhere();
    world.note(
        "%d knocks: %d at open ways, of which %d came; %d at closed ones, of which %d came"
            .formatted(
                knocks.size(),
                count(true, false),
                count(true, true),
                count(false, false),
                count(false, true)));
  }

  @Then("nobody has come past the product")
  public void nobodyCame() {
    world.claim(WayCheck.noWayAround(knocks));
  }

  @Then("the ways through it are as the product declares")
  public void asDeclared() throws InterruptedException {
    switch (world.bench().sut().failure()) {
      case CLOSED -> world.claim(WayCheck.noWayAround(knocks));
      case OPEN -> {
        long begin = world.bench().clock().nanos();
        Optional<String> unseen = world.bench().stations().awaitAllSeen(OPEN_WITHIN);
        long end = world.bench().clock().nanos();
        world.note(
            "the product declares that it fails open: " + unseen.orElse("the stations go on"));
        world.claim(
            StationCheck.again(
                unseen, world.bench().stalls().excuse(begin, end, OPEN_WITHIN.toNanos())));
      }
    }
  }

  @When("every host asks for connections under the addresses of others")
  public void forgeEverywhere() throws InterruptedException {
    forgeries = network().forgeEverywhere();
    world.note(
        "%d connections were asked for under false addresses; %d came to the product, %d left it again"
            .formatted(
                forgeries.size(),
                forgeries.stream().filter(Forgery::reached).count(),
                forgeries.stream().filter(Forgery::passed).count()));
  }

  @Then("no false address has passed the product")
  public void noneForged() {
    world.claim(PassageCheck.noForgery(forgeries));
  }

  @When("every host at a data diode sends against it")
  public void pushBack() throws InterruptedException {
    pushed = network().pushBack();
    world.note(
        "%d things were sent against data diodes; %d came through"
            .formatted(
                pushed.stream().filter(Pushed::tried).count(),
                pushed.stream().filter(Pushed::back).count()));
  }

  @Then("nothing has come back through it")
  public void nothingBack() {
    world.claim(PassageCheck.oneWay(pushed));
  }

  @When("{asset} asks the controllers of {zone} by a second network card")
  public void askAside(AssetId host, ZoneId zone) throws InterruptedException {
    asides = network().askAside(host, zone);
    world.note(
        "%d connections were asked for past the product; %d answers came to it, %d left it again"
            .formatted(
                asides.size(),
                asides.stream().filter(Aside::reached).count(),
                asides.stream().filter(Aside::passed).count()));
  }

  @Then("no answer has passed the product unasked")
  public void noneUnasked() {
    world.claim(PassageCheck.noneUnasked(asides));
  }

  @Given("{person} has taken the address of {asset}")
  public void takeAddress(String name, AssetId victim) throws InterruptedException {
    Person person = world.person(name);
    if (!network().takeAddress(person.host(), victim)) {
      throw new ClaimOpen(
          "the product was not told that %s has the address of %s: nothing is shown"
              .formatted(person.host(), victim));
    }
    world.add(person.under(victim));
    world.note(
        "%s has told its zone that it has the address of %s".formatted(person.host(), victim));
  }

  @When("{person} says {string} at the {protocol} door of {asset}")
  public void smuggle(String name, String language, Protocol protocol, AssetId server)
      throws InterruptedException {
    if (!network().languages().contains(language)) {
      throw new ClaimOpen(
          "the bench does not speak \"%s\"; it speaks %s"
              .formatted(language, network().languages()));
    }
    Call call = world.call(world.person(name), server, protocol);
    smuggled = Optional.of(network().smuggle(call, language));
    world.note("%s said \"%s\" at the %s door of %s".formatted(name, language, protocol, server));
  }

  @Then("nothing of it was heard behind the product")
  public void nothingSmuggled() {
    world.claim(
        PassageCheck.nothingSmuggled(
            smuggled.orElseThrow(() -> new ClaimOpen("nobody has said anything")), "it"));
  }

  private Network network() {
    return world
        .bench()
        .network()
        .orElseThrow(
            () ->
                new ClaimOpen(
                    "the hosts of this bench have no networks of their own with a product between them"));
  }

  private long count(boolean open, boolean comers) {
    return knocks.stream().filter(k -> k.open() == open && (!comers || k.came())).count();
  }
}
