package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.check.SafetyCheck;
import org.bumpless.scenario.check.Wording;
import org.bumpless.scenario.history.Entry;

/** Safety islands: who changes them, and whether they act. */
public final class SafetySteps {
  private static final int EVENTS_MAX = 20;

  private final World world;

  public SafetySteps(World world) {
    this.world = world;
  }

  @Given("somebody at its engineering station has set the limit of {sif} to {double}")
  public void changed(String function, double limit) {
    known(function);
    Optional<String> refused = world.bench().safety().change(function, limit);
    if (refused.isPresent()) {
      throw new ClaimOpen(function + " could not be changed: " + refused.get());
    }
    world.note("the limit of %s is now %s".formatted(function, limit));
  }

  @When("somebody at its engineering station tries to set the limit of {sif} to {double}")
  public void triesToChange(String function, double limit) {
    known(function);
    Optional<String> refused = world.bench().safety().change(function, limit);
    world.note(refused.map(why -> function + ": " + why).orElse(function + " was changed"));
  }

  @Then("the limit of {sif} is what it was")
  public void unchanged(String id) {
    world.claim(SafetyCheck.unchanged(world.bench().history(), world.startNanos(), known(id)));
  }

  @Then("{sif} trips within {int} s, and within its process safety time")
  public void trips(String id, int seconds) throws InterruptedException {
    world.bench().clock().await(Duration.ofSeconds(seconds));
    world.bench().settle();
    SafetyFunction function = known(id);
    noteEvents(function);
    List<Series> truth = world.bench().process().since(world.startNanos(), function.sensors());
    world.claim(
        SafetyCheck.trippedInTime(
            world.bench().history(), world.bench().stalls(), world.startNanos(), function, truth));
  }

  @Then("{sif} has not tripped")
  public void notTripped(String id) throws InterruptedException {
    world.bench().settle();
    SafetyFunction function = known(id);
    noteEvents(function);
    world.claim(SafetyCheck.notTripped(world.bench().history(), world.startNanos(), function));
  }

  /** What its logic solver did and saw, so that a reader can follow it. */
  private void noteEvents(SafetyFunction function) {
    world.bench().history().since(Entry.Safety.class, world.startNanos()).stream()
        .map(Entry.Safety::event)
        .filter(event -> event.solver().equals(function.solver()))
        .limit(EVENTS_MAX)
        .forEach(event -> world.note(Wording.safety(event)));
  }

  private SafetyFunction known(String id) {
    return world
        .bench()
        .plant()
        .safetyFunction(id)
        .orElseThrow(
            () ->
                new ClaimOpen(
                    "the plant has no safety function "
                        + id
                        + "; it has "
                        + world.bench().plant().safetyFunctions().stream()
                            .map(SafetyFunction::id)
                            .toList()));
  }
}
