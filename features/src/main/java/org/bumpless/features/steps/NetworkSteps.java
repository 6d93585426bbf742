package org.bumpless.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.bench.Network.Knock;
import org.bumpless.scenario.check.WayCheck;

/** Ways that packets take between the zones of the plant. */
public final class NetworkSteps {
  private final World world;
  private List<Knock> knocks = List.of();

  public NetworkSteps(World world) {
    this.world = world;
  }

  @When("every host knocks at every other")
  public void knockEverywhere() throws InterruptedException {
    Network network =
        world
            .bench()
            .network()
            .orElseThrow(
                () -> new ClaimOpen("the hosts of this bench have no networks of their own"));
    knocks = network.knockEverywhere();
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

  private long count(boolean open, boolean comers) {
    return knocks.stream().filter(k -> k.open() == open && (!comers || k.came())).count();
  }
}
