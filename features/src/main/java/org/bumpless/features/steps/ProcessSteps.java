package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.bench.Process.Series;
import org.bumpless.scenario.check.ProcessCheck;
import org.bumpless.scenario.history.Wish;

/** The process is pushed for a while, and what that does to it. */
public final class ProcessSteps {
  /** As often as an intruder writes who wants to keep the operator from correcting him. */
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(250);

  private final World world;

  public ProcessSteps(World world) {
    this.world = world;
  }

  @Given("the plant runs for {int} s")
  public void runs(int seconds) throws InterruptedException {
    world.bench().clock().await(Duration.ofSeconds(seconds));
  }

  @When("{person} tries to hold {tag} at {quantity} for {int} s")
  public void holds(String name, TagId tag, Quantity value, int seconds)
      throws InterruptedException {
    push(name, tag, seconds, share -> value.number());
  }

  @When("{person} tries to drift {tag} from {double} to {double} within {int} s")
  public void drifts(String name, TagId tag, double from, double to, int seconds)
      throws InterruptedException {
    push(name, tag, seconds, share -> from + (to - from) * share);
  }

  @When("{person} tries to swing {tag} between {double} and {double} for {int} s")
  public void swings(String name, TagId tag, double one, double other, int seconds)
      throws InterruptedException {
    long writes = writes(seconds);
    push(name, tag, seconds, share -> Math.round(share * writes) % 2 == 0 ? one : other);
  }

  @When("{person} tries to set {word} of all controllers to {double}")
  public void setsAll(String name, String tag, double value) {
    for (Asset.Controller controller : world.bench().plant().assets(Asset.Controller.class)) {
      TagId id = new TagId(controller.id(), tag);
      world.actUntold(
          name,
          controller.id(),
          Protocol.MODBUS_TCP,
          new Operation.Write(id, new Quantity(value, "").of(known(id)), Operation.Write.PLAIN),
          Wish.UNWANTED);
    }
  }

  @Then("at most {int} alarms come up within {int} s")
  public void alarms(int most, int seconds) throws InterruptedException {
    world.bench().clock().await(Duration.ofSeconds(seconds));
    world.claim(ProcessCheck.fewAlarms(world.bench().loops().since(world.startNanos()), most));
  }

  @Then("{signal} has stayed below {double}")
  public void stayedBelow(String signal, double high) {
    world.claim(ProcessCheck.stayedBelow(series(signal), high));
  }

  @Then("{signal} stays below {double} for {int} s more")
  public void staysBelow(String signal, double high, int seconds) throws InterruptedException {
    world.bench().clock().await(Duration.ofSeconds(seconds));
    stayedBelow(signal, high);
  }

  @Then("{signal} has stayed above {double}")
  public void stayedAbove(String signal, double low) {
    world.claim(ProcessCheck.stayedAbove(series(signal), low));
  }

  private Series series(String signal) {
    try {
      return world.bench().process().since(world.startNanos(), List.of(signal)).getFirst();
    } catch (IllegalArgumentException e) {
      throw new ClaimOpen(String.valueOf(e.getMessage()));
    }
  }

  private Tag known(TagId tag) {
    return world
        .bench()
        .plant()
        .tag(tag)
        .orElseThrow(() -> new ClaimOpen("the plant has no tag " + tag));
  }

  /** What is written after a share of the time, 0 to 1. */
  private interface Course {
    double at(double share);
  }

  private static long writes(int seconds) {
    return Duration.ofSeconds(seconds).dividedBy(BETWEEN_WRITES);
  }

  private void push(String name, TagId tag, int seconds, Course course)
      throws InterruptedException {
    Tag known = known(tag);
    long writes = writes(seconds);
    for (long i = 0; i <= writes; i++) {
      Quantity value = new Quantity(course.at((double) i / writes), "");
      Operation write = new Operation.Write(tag, value.of(known), Operation.Write.PLAIN);
      if (i == 0 || i == writes) {
        world.act(name, tag.controller(), Protocol.MODBUS_TCP, write, Wish.UNWANTED);
      } else {
        world.actUntold(name, tag.controller(), Protocol.MODBUS_TCP, write, Wish.UNWANTED);
      }
      if (i < writes) {
        world.bench().clock().await(BETWEEN_WRITES);
      }
    }
  }
}
