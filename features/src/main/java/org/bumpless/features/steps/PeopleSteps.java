package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.services.ChangeTickets.ChangeTicket;
import org.bumpless.adapter.services.Directory;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.Person;
import org.bumpless.features.World;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.scenario.bench.Identities;

/** Who is who, what they hold and what they may. */
public final class PeopleSteps {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String ENGINEERS = "controls-engineering";

  private final World world;

  public PeopleSteps(World world) {
    this.world = world;
  }

  @Given("{person}, a lead engineer of controls engineering, at {asset}")
  public void leadEngineer(String name, AssetId host) {
    enter(name, host, Set.of(ENGINEERS), "lead-engineer");
  }

  @Given("{person}, an engineer of controls engineering, at {asset}")
  public void engineer(String name, AssetId host) {
    enter(name, host, Set.of(ENGINEERS), "engineer");
  }

  @Given("{person}, an accountant, at {asset}")
  public void accountant(String name, AssetId host) {
    enter(name, host, Set.of("finance"), "lead-engineer");
  }

  @Given("{person}, a person unknown to the directory, at {asset}")
  public void unknown(String name, AssetId host) {
    world.add(new Person(name, host, Optional.of(valid(name))));
  }

  @Given("{person}, an intruder, at {asset}")
  public void intruder(String name, AssetId host) {
    world.add(new Person(name, host, Optional.empty()));
  }

  @Given("{person} has an open change ticket for {asset}")
  public void openTicket(String name, AssetId asset) {
    ticket(name, asset, Duration.ofMinutes(-1), Duration.ofMinutes(30));
  }

  @Given("{person} has a change ticket for {asset} that closes in {int} s")
  public void closingTicket(String name, AssetId asset, int seconds) {
    ticket(name, asset, Duration.ofMinutes(-1), Duration.ofSeconds(seconds));
  }

  @Given("{person} has a change ticket for {asset} that opens in {int} h")
  public void futureTicket(String name, AssetId asset, int hours) {
    ticket(name, asset, Duration.ofHours(hours), Duration.ofHours(hours + 1L));
  }

  @Given("the window of {person} has closed")
  public void windowClosed(String name) throws InterruptedException {
    Instant closes =
        world.bench().plant().assets().stream()
            .flatMap(a -> world.bench().services().tickets().find(spiffeId(name), a.id()).stream())
            .map(ChangeTicket::closes)
            .max(Instant::compareTo)
            .orElseThrow(() -> new ClaimOpen(name + " has no ticket whose window could close"));
    Duration left = Duration.between(world.bench().clock().instant(), closes);
    world.bench().clock().await(left.plusMillis(20));
  }

  @Given("{person} has not used a second factor")
  public void withoutSecondFactor(String name) {
    Directory directory = world.bench().services().directory();
    Directory.Entry known =
        directory
            .find(spiffeId(name))
            .orElseThrow(() -> new ClaimOpen(name + " is not in the directory"));
    directory.put(
        new Directory.Entry(
            known.spiffeId(), known.kind(), false, known.groups(), known.role(), known.device()));
  }

  @Given("endpoint detection calls {asset} infected")
  public void infected(AssetId device) {
    world.bench().services().directory().edrHealthy(device, false);
  }

  @Given("the certificate of {person} ended {int} s ago")
  public void ended(String name, int seconds) {
    Instant now = world.bench().clock().instant();
    show(name, identities().person(name, now.minus(LIFE), now.minusSeconds(seconds)));
  }

  @Given("the certificate of {person} begins in {int} h")
  public void notYet(String name, int hours) {
    Instant begin = world.bench().clock().instant().plus(Duration.ofHours(hours));
    show(name, identities().person(name, begin, begin.plus(LIFE)));
  }

  @Given("the certificate of {person} comes from a foreign authority")
  public void foreign(String name) {
    show(name, identities().foreign(name));
  }

  @Given("{person} shows no certificate")
  public void none(String name) {
    world.add(world.person(name).withIdentity(Optional.empty()));
  }

  @Given("{person} holds the certificate of {asset}")
  public void stolen(String name, AssetId asset) {
    show(name, identities().asset(asset.value()));
  }

  @Given("{person} speaks without TLS")
  public void plain(String name) {
    world.add(world.person(name).withoutTls());
  }

  private void enter(String name, AssetId host, Set<String> groups, String role) {
    world
        .bench()
        .services()
        .directory()
        .put(new Directory.Entry(spiffeId(name), Subject.Kind.PERSON, true, groups, role, host));
    world.add(new Person(name, host, Optional.of(valid(name))));
  }

  private void ticket(String name, AssetId asset, Duration opens, Duration closes) {
    Instant now = world.bench().clock().instant();
    world
        .bench()
        .services()
        .tickets()
        .put(
            new ChangeTicket(
                Tickets.id(name, asset),
                spiffeId(name),
                Set.of(asset),
                now.plus(opens),
                now.plus(closes)));
  }

  private Identity valid(String name) {
    Instant now = world.bench().clock().instant();
    return identities().person(name, now.minusSeconds(60), now.plus(LIFE));
  }

  private void show(String name, Identity identity) {
    world.add(world.person(name).withIdentity(Optional.of(identity)));
  }

  private String spiffeId(String name) {
    return identities().spiffeId(name);
  }

  private Identities identities() {
    return world.bench().identities();
  }
}
