package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.Optional;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.sut.Failure;
import org.bumpless.features.ClaimOpen;
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
    missed(begin, "the product was off");
  }

  @When("the product is switched off for {int} s")
  public void offFor(int seconds) throws InterruptedException {
    off();
    world.bench().clock().await(Duration.ofSeconds(seconds));
    on();
  }

  @Given("the product is killed")
  public void killed() throws InterruptedException {
    long begin = world.bench().clock().nanos();
    world.bench().power().kill();
    missed(begin, "the product was dead");
  }

  /** Without a product that fails closed the stations are blind. */
  private void missed(long begin, String what) throws InterruptedException {
    if (world.bench().sut().failure() == Failure.CLOSED) {
      Harm.await(world, begin, what);
    }
  }

  @When("the product is killed and started again after {int} s")
  public void killedAndStarted(int seconds) throws InterruptedException {
    killed();
    world.bench().clock().await(Duration.ofSeconds(seconds));
    on();
  }

  @Given("the product hangs")
  public void hangs() throws InterruptedException {
    long begin = world.bench().clock().nanos();
    suffers(new Mishap.Hung(), "the product hangs");
    Harm.await(world, begin, "the product hung");
  }

  @When("the product hangs for {int} s")
  public void hangsFor(int seconds) throws InterruptedException {
    hangs();
    world.bench().clock().await(Duration.ofSeconds(seconds));
    done(world.bench().power().recover(), "the product was let go on");
  }

  @Given("the disk of the product is full")
  public void diskFull() throws InterruptedException {
    suffers(new Mishap.DiskFull(), "no file of the product can grow any more");
  }

  @Given("the clock of the product is {int} s ahead")
  public void clockAhead(int seconds) throws InterruptedException {
    clockWrong(Duration.ofSeconds(seconds));
  }

  @Given("the clock of the product is {int} s behind")
  public void clockBehind(int seconds) throws InterruptedException {
    clockWrong(Duration.ofSeconds(-seconds));
  }

  private void clockWrong(Duration ahead) throws InterruptedException {
    suffers(new Mishap.ClockWrong(ahead), "the clock of the product was set wrong");
    off();
    on();
  }

  private void suffers(Mishap mishap, String what) throws InterruptedException {
    done(world.bench().power().suffer(mishap), what);
  }

  /** What the bench could not do shows nothing. */
  private void done(Optional<String> obstacle, String what) {
    if (obstacle.isPresent()) {
      throw new ClaimOpen(obstacle.get());
    }
    world.note(what);
  }

  private void on() throws InterruptedException {
    long begin = world.bench().clock().nanos();
    Optional<String> why = world.bench().power().on();
    long end = world.bench().clock().nanos();
    world.note(why.orElse("the product was switched on and is ready"));
    world.claim(StationCheck.again(why, world.bench().stalls().excuse(begin, end, end - begin)));
  }
}
