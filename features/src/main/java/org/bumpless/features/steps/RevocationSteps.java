package org.bumpless.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.check.RevocationCheck;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.result.TimingFigure;

/** Permissions that are taken back while somebody works, and how long that takes. */
public final class RevocationSteps {
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(10);
  private static final int PROBES_BEFORE = 5;
  private static final int PROBES_AFTER = 3;
  private static final int STOPPED_FOR_GOOD = 3;

  private final World world;
  private long revokedNanos;
  private long budgetNanos;

  public RevocationSteps(World world) {
    this.world = world;
  }

  @When("the ticket of {person} is withdrawn while {person} goes on writing {tag}")
  public void withdrawn(String owner, String name, TagId tag) throws InterruptedException {
    revoke(
        name,
        tag,
        "the ticket of " + owner + " is withdrawn",
        () -> world.bench().services().tickets().withdraw(Tickets.id(owner, tag.controller())));
  }

  @When("endpoint detection finds {asset} infected while {person} goes on writing {tag}")
  public void infected(AssetId device, String name, TagId tag) throws InterruptedException {
    revoke(
        name,
        tag,
        "endpoint detection finds " + device + " infected",
        () -> world.bench().services().directory().edrHealthy(device, false));
  }

  @Then("{asset} has accepted nothing after the revocation budget")
  public void nothingAfter(AssetId server) throws InterruptedException {
    world.bench().settle();
    RevocationCheck.Finding finding =
        RevocationCheck.afterRevocation(
            world.bench().history(), server, world.startNanos(), revokedNanos, budgetNanos);
    world.add(
        new TimingFigure(
            "time to revoke at " + server,
            world.scenario(),
            "host",
            finding.lowNanos(),
            finding.highNanos(),
            budgetNanos,
            finding.verdict()));
    world.claim(finding.verdict());
  }

  private void revoke(String name, TagId tag, String signal, Runnable call)
      throws InterruptedException {
    NanoClock clock = world.bench().clock();
    budgetNanos = budget(name, tag).toNanos();
    int probe = 0;
    while (probe < PROBES_BEFORE) {
      probe(name, tag, probe++);
      clock.await(BETWEEN_PROBES);
    }
    revokedNanos = clock.nanos();
    call.run();
    world.bench().history().append(new Entry.Mark(revokedNanos, Entry.Mark.Kind.SIGNAL, signal));
    world.note(signal);
    probe = probeUntilStopped(name, tag, probe);
    clock.awaitUntil(revokedNanos + budgetNanos + 1);
    for (int i = 0; i < PROBES_AFTER; i++) {
      probe(name, tag, probe++);
      clock.await(BETWEEN_PROBES);
    }
  }

  /** Until some probes in a row are neither answered nor take hold, or the budget is used up. */
  private int probeUntilStopped(String name, TagId tag, int first) throws InterruptedException {
    NanoClock clock = world.bench().clock();
    int probe = first;
    int stopped = 0;
    long stoppedSince = revokedNanos;
    while (clock.nanos() < revokedNanos + budgetNanos) {
      long sent = clock.nanos();
      boolean answered = probe(name, tag, probe++) instanceof Outcome.Answered;
      stoppedSince = stopped == 0 ? sent : stoppedSince;
      stopped = answered ? 0 : stopped + 1;
      if (stopped >= STOPPED_FOR_GOOD) {
        world.bench().settle();
        if (!RevocationCheck.acceptedSince(world.bench().history(), tag, stoppedSince)) {
          return probe;
        }
        stopped = 0;
      }
      clock.await(BETWEEN_PROBES);
    }
    return probe;
  }

  private Outcome probe(String name, TagId tag, int number) {
    TagValue value = new TagValue.Real(90f + number / 64f);
    return world.act(
        name, tag.controller(), Protocol.MODBUS_TCP, new Operation.Write(tag, value), Wish.PROBE);
  }

  private Duration budget(String name, TagId tag) {
    return world
        .bench()
        .plant()
        .enforcedBetween(world.person(name).host(), tag.controller())
        .map(Conduit::budget)
        .orElseThrow(() -> new ClaimOpen("no product stands between " + name + " and " + tag))
        .revokeMax();
  }
}
