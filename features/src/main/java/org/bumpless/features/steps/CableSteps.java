package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.cable.Direction;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;
import org.bumpless.scenario.bench.Cables;
import org.bumpless.scenario.check.StationCheck;

/** Cables that are pulled, and worse. */
public final class CableSteps {
  private static final int BITS_PER_KBIT = 1_000;
  private static final double PERCENT = 100;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

  private final World world;

  public CableSteps(World world) {
    this.world = world;
  }

  @When("the cable of {plug} is pulled for {int} s")
  public void pulled(Plug plug, int seconds) throws InterruptedException {
    suffers(plug, Impairment.PULLED, seconds);
  }

  @Given("the cable of {plug} has been pulled for {int} s and plugged in again")
  public void hasBeenPulled(Plug plug, int seconds) throws InterruptedException {
    pulled(plug, seconds);
    world
        .bench()
        .stations()
        .awaitAllSeen(BACK_WITHIN)
        .ifPresent(
            unseen -> {
              throw new ClaimOpen(unseen + " after the cable was plugged in again");
            });
  }

  @When("the cable of {plug} passes nothing to it for {int} s")
  public void halfOpen(Plug plug, int seconds) throws InterruptedException {
    suffers(plug, Impairment.NONE.withCut(Set.of(Direction.TO_HOST)), seconds);
  }

  @When("the cable of {plug} passes nothing from it for {int} s")
  public void halfShut(Plug plug, int seconds) throws InterruptedException {
    suffers(plug, Impairment.NONE.withCut(Set.of(Direction.TO_SWITCH)), seconds);
  }

  @Given("the cable of {plug} delays by {int} ms")
  public void delays(Plug plug, int millis) throws InterruptedException {
    impair(plug, Impairment.NONE.withDelay(Duration.ofMillis(millis)));
  }

  @Given("the cable of {plug} delays by {int} ms and {int} ms jitter")
  public void jitters(Plug plug, int millis, int jitter) throws InterruptedException {
    impair(
        plug,
        Impairment.NONE.withDelay(Duration.ofMillis(millis)).withJitter(Duration.ofMillis(jitter)));
  }

  @Given("the cable of {plug} loses {int} % of all frames")
  public void loses(Plug plug, int percent) throws InterruptedException {
    impair(plug, Impairment.NONE.withLoss(percent / PERCENT));
  }

  @Given("the cable of {plug} lets {int} % of all frames be overtaken")
  public void reorders(Plug plug, int percent) throws InterruptedException {
    impair(plug, Impairment.NONE.withReordered(percent / PERCENT));
  }

  @Given("the cable of {plug} carries at most {int} kbit\\/s")
  public void narrows(Plug plug, int kbits) throws InterruptedException {
    impair(plug, Impairment.NONE.withRate((long) kbits * BITS_PER_KBIT));
  }

  @Then("the stations see all controllers again within {int} s")
  public void seeAgain(int seconds) throws InterruptedException {
    long begin = world.bench().clock().nanos();
    Optional<String> unseen = world.bench().stations().awaitAllSeen(Duration.ofSeconds(seconds));
    long end = world.bench().clock().nanos();
    cables()
        .doubt()
        .ifPresent(
            why -> {
              throw new ClaimOpen(why + ": nothing is shown");
            });
    world.note("the stations see all controllers again: " + unseen.orElse("yes"));
    world.claim(
        StationCheck.again(
            unseen,
            world.bench().stalls().excuse(begin, end, Duration.ofSeconds(seconds).toNanos())));
  }

  private void suffers(Plug plug, Impairment impairment, int seconds) throws InterruptedException {
    long begin = world.bench().clock().nanos();
    impair(plug, impairment);
    world.bench().clock().await(Duration.ofSeconds(seconds));
    Harm.require(world, begin, "the cable of %s was broken".formatted(plug.inWords()));
    act(() -> cables().mend(plug));
  }

  private void impair(Plug plug, Impairment impairment) throws InterruptedException {
    act(() -> cables().impair(plug, impairment));
    world.note("the cable of %s: %s".formatted(plug.inWords(), impairment.inWords()));
  }

  private Cables cables() {
    return world.bench().cables();
  }

  /** What the bench's own host refuses says nothing about the product. */
  private static void act(Doing doing) throws InterruptedException {
    try {
      doing.run();
    } catch (IOException e) {
      throw new ClaimOpen("the bench could not touch the cable: " + e.getMessage());
    }
  }

  private interface Doing {
    void run() throws IOException, InterruptedException;
  }
}
