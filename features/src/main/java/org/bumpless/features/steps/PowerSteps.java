package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.features.World;
import org.bumpless.scenario.verdict.Verdict;

/** The product is switched off and on. */
public final class PowerSteps {
  private final World world;

  public PowerSteps(World world) {
    this.world = world;
  }

  @Given("the product is switched off")
  public void off() {
    world.bench().power().off();
    world.note("the product was switched off");
  }

  @When("the product is switched off for {int} s")
  public void offFor(int seconds) throws InterruptedException {
    off();
    world.bench().clock().await(Duration.ofSeconds(seconds));
    on();
  }

  private void on() throws InterruptedException {
    Optional<String> why = world.bench().power().on();
    world.note(why.orElse("the product was switched on and is ready"));
    world.claim(why.<Verdict>map(Verdict.Fail::new).orElseGet(Verdict.Pass::new));
  }
}
