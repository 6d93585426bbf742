package org.bumpless.features.steps;

import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.features.Background;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Wish;

/** What the product costs in time while somebody keeps it busy. */
public final class StressSteps {
  /** Far more often than anybody works by hand, and bounded: a host must bear it too. */
  private static final Duration BETWEEN_ATTACKS = Duration.ofMillis(20);

  private static final Duration BETWEEN_SESSIONS = Duration.ofMillis(50);

  private static final TagValue WANTED_BY_NOBODY = new TagValue.Real(95f);

  private final World world;
  private final TimingSteps timing;
  private final AtomicLong answered = new AtomicLong();

  public StressSteps(World world) {
    this.world = world;
    this.timing = new TimingSteps(world);
  }

  @When(
      "the latency from {asset} to {asset} is measured while {person} tries again and again to write {tag}")
  public void underAttack(AssetId client, AssetId server, String name, TagId tag)
      throws InterruptedException {
    Operation write = new Operation.Write(tag, WANTED_BY_NOBODY);
    beside(
        client,
        server,
        name + " tries to write " + tag,
        BETWEEN_ATTACKS,
        () -> once(name, tag.controller(), write, Wish.UNWANTED));
  }

  @When(
      "the latency from {asset} to {asset} is measured while {person} opens session after session with {asset}")
  public void besideNewSessions(AssetId client, AssetId server, String name, AssetId asked)
      throws InterruptedException {
    beside(
        client,
        server,
        name + " opens a session with " + asked,
        BETWEEN_SESSIONS,
        () -> {
          world.hangUp(name);
          once(name, asked, read(asked), Wish.PROBE);
        });
  }

  @When(
      "the latency from {asset} to {asset} is measured while {person} reads from {asset} every {int} ms")
  public void besideAGreedyClient(
      AssetId client, AssetId server, String name, AssetId asked, int millis)
      throws InterruptedException {
    beside(
        client,
        server,
        name + " reads from " + asked,
        Duration.ofMillis(millis),
        () -> once(name, asked, read(asked), Wish.PROBE));
  }

  private void beside(
      AssetId client, AssetId server, String what, Duration pause, Background.Act act)
      throws InterruptedException {
    Background background = new Background(what, pause, act);
    try (background) {
      timing.measure(client, server);
    }
    world.note(
        "meanwhile %s %d times and got an answer %d times"
            .formatted(what, background.times(), answered.get()));
  }

  private void once(String name, AssetId server, Operation operation, Wish wish) {
    Outcome outcome = world.actUntold(name, server, Protocol.MODBUS_TCP, operation, wish).outcome();
    if (outcome instanceof Outcome.Answered) {
      answered.incrementAndGet();
    }
  }

  private static Operation read(AssetId server) {
    return new Operation.Read(List.of(new TagId(server, "PV")));
  }
}
