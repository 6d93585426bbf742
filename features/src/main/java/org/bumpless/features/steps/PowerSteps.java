package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.adapter.sut.Failure;
import org.bumpless.features.World;
import org.bumpless.scenario.check.StationCheck;

/** The product is switched off and on. */
public final class PowerSteps {
  private final World world;

  public PowerSteps(World world) {
    this.world = world;
  }

  @Given("the product is switched off")
  public void off() throws InterruptedException {
    long begin = world.bench().clock().nanos();
    world.bench().power().off();
    if (world.bench().sut().failure() == Failure.CLOSED) {
      Harm.await(world, begin, "the product was off");
    }
  }

  @When("the product is switched off for {int} s")
  public void offFor(int seconds) throws InterruptedException {
    off();
    world.bench().clock().await(Duration.ofSeconds(seconds));
    on();
  }

  private void on() throws InterruptedException {
    long begin = world.bench().clock().nanos();
    Optional<String> why = world.bench().power().on();
    long end = world.bench().clock().nanos();
    world.note(why.orElse("the product was switched on and is ready"));
    world.claim(StationCheck.again(why, world.bench().stalls().excuse(begin, end, end - begin)));
  }
}
