package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import java.time.Duration;
import java.util.List;
import org.bumpless.features.Background;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Wish;

/** Somebody keeps the product busy while something else is done; it goes on to the end. */
public final class StressSteps {
  /** Far more often than anybody works by hand, and bounded: a host must bear it too. */
  private static final Duration BETWEEN_ATTACKS = Duration.ofMillis(20);

  private static final Duration BETWEEN_SESSIONS = Duration.ofMillis(50);

  /** Far shorter than a station's time between two polls: what it lets go of is taken at once. */
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(2);

  private static final TagValue WANTED_BY_NOBODY = new TagValue.Real(95f);

  private final World world;

  public StressSteps(World world) {
    this.world = world;
  }

  @Given("{person} keeps trying to write {tag}")
  public void attacks(String name, TagId tag) throws InterruptedException {
    Operation write = new Operation.Write(tag, WANTED_BY_NOBODY);
    begin(
        name + " keeps trying to write " + tag,
        BETWEEN_ATTACKS,
        () -> once(name, tag.controller(), write, Wish.UNWANTED));
  }

  @Given("{person} keeps opening sessions with {asset}")
  public void opensSessions(String name, AssetId asked) throws InterruptedException {
    begin(
        name + " keeps opening sessions with " + asked,
        BETWEEN_SESSIONS,
        () -> {
          world.hangUp(name);
          return once(name, asked, read(asked), Wish.PROBE);
        });
  }

  @Given("{person} keeps reading from {asset} every {int} ms")
  public void isGreedy(String name, AssetId asked, int millis) throws InterruptedException {
    begin(
        name + " keeps reading from " + asked,
        Duration.ofMillis(millis),
        () -> once(name, asked, read(asked), Wish.PROBE));
  }

  @Given("{person} keeps taking connections of {asset}")
  public void takesConnections(String name, AssetId asked) throws InterruptedException {
    begin(
        name + " keeps taking connections of " + asked,
        BETWEEN_CONNECTIONS,
        new HeldConnections(world, world.person(name), asked));
  }

  private void begin(String what, Duration pause, Background.Act act) throws InterruptedException {
    Background background = new Background(what, pause, act);
    world.keep(background);
    background.begun();
  }

  private boolean once(String name, AssetId server, Operation operation, Wish wish) {
    return world.actUntold(name, server, Protocol.MODBUS_TCP, operation, wish).outcome()
        instanceof Outcome.Answered;
  }

  private static Operation read(AssetId server) {
    return new Operation.Read(List.of(new TagId(server, "PV")));
  }
}
