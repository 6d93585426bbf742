package org.bumpless.features.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.check.DisclosureCheck;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.verdict.Verdict;

/** What is claimed of the plant; judged by what happened in the controllers. */
public final class PlantSteps {
  private final World world;

  public PlantSteps(World world) {
    this.world = world;
  }

  @Then("{tag} has not changed")
  public void unchanged(TagId tag) throws InterruptedException {
    world.bench().settle();
    world.claim(PlantCheck.unchanged(history(), world.startNanos(), tag));
  }

  @Then("nothing in the plant has changed")
  public void nothingChanged() throws InterruptedException {
    world.claim(PlantCheck.attempted(history(), world.startNanos()));
    world.claim(world.books());
  }

  @Then("{tag} has changed to {quantity} once")
  public void changed(TagId tag, Quantity value) throws InterruptedException {
    Tag known =
        world
            .bench()
            .plant()
            .tag(tag)
            .orElseThrow(() -> new ClaimOpen("the plant has no tag " + tag));
    world.bench().settle();
    world.claim(
        PlantCheck.changedOnce(
            history(), world.bench().stalls(), world.startNanos(), tag, value.of(known)));
  }

  @Then("the parameter set stands in {asset}")
  public void parametersStand(AssetId server) throws InterruptedException {
    world.bench().settle();
    for (Map.Entry<TagId, TagValue> value : ActSteps.parameters(server).values().entrySet()) {
      world.claim(
          PlantCheck.changedOnce(
              history(),
              world.bench().stalls(),
              world.startNanos(),
              value.getKey(),
              value.getValue()));
    }
  }

  @Then("{person} has learned nothing")
  public void learnedNothing(String name) throws InterruptedException {
    world.bench().settle();
    world.claim(
        DisclosureCheck.learnedNothing(history(), world.bench().plant(), world.startNanos(), name));
  }

  @Then("{person} has got the value of {tag}")
  public void gotValue(String name, TagId tag) {
    List<Entry.Act> asked =
        history().since(Entry.Act.class, world.startNanos()).stream()
            .filter(a -> a.actor().equals(name))
            .filter(a -> a.operation() instanceof Operation.Read(var tags) && tags.contains(tag))
            .toList();
    if (asked.isEmpty()) {
      world.claim(new Verdict.Inconclusive(name + " did not ask for " + tag));
    }
    boolean got =
        asked.stream()
            .anyMatch(
                a ->
                    a.outcome() instanceof Outcome.Answered(var values, var detail)
                        && values.containsKey(tag));
    world.claim(
        got
            ? new Verdict.Pass()
            : new Verdict.Fail(name + " asked for " + tag + " and did not get it"));
  }

  private History history() {
    return world.bench().history();
  }
}
