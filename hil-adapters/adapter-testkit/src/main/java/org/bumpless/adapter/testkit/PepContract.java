package org.bumpless.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Pep} keeps to. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PepContract {
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);
  private static final Duration KNOCK_MAX = Duration.ofSeconds(2);

  private final List<Pep> prepared = new ArrayList<>();
  private TestSite site;
  private Residue before;

  /** Prepares the product for a site, and starts nothing. */
  protected abstract Pep create(TestSite site) throws Exception;

  /** The machine's clock. */
  protected abstract NanoClock clock();

  /**
   * Whether the product listens at doors of its own. If not, its doors are somebody else's: they
   * are open before it and stay open after it.
   */
  protected boolean listens() {
    return true;
  }

  /**
   * Prepares a product whose start cannot succeed; empty if there is nothing about this product
   * that could fail.
   */
  protected Optional<Pep> createDoomed(TestSite site) throws Exception {
    site.occupy(site.listeners().getLast());
    return Optional.of(create(site));
  }

  @BeforeAll
  void openSite(@TempDir Path folder) throws IOException {
    site = new TestSite(folder, clock());
  }

  @AfterAll
  void closeSite() {
    site.close();
  }

  @BeforeEach
  void lookAround() {
    before = new Residue();
  }

  @AfterEach
  void closeAll() {
    site.freeAll();
    RuntimeException failure = null;
    for (Pep pep : prepared) {
      try {
        pep.close();
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    prepared.clear();
    if (failure != null) {
      throw failure;
    }
  }

  @Test
  void pep01_afterStartEveryDoorIsOpen() throws Exception {
    Pep pep = prepare();
    pep.start();

    for (Listener listener : site.listeners()) {
      assertThat(Doors.accepts(pep.front(listener), KNOCK_MAX)).as(listener.name()).isTrue();
    }
  }

  @Test
  void pep02_eachListenerHasADoorOfItsOwn() throws Exception {
    Pep pep = prepare();
    pep.start();

    Set<InetSocketAddress> doors = new HashSet<>();
    site.listeners().forEach(l -> doors.add(pep.front(l)));
    Set<InetSocketAddress> upstreams = new HashSet<>();
    site.listeners().forEach(l -> upstreams.add(l.upstream()));
    assertThat(doors)
        .as("doors")
        .doesNotContainNull()
        .hasSize(listens() ? site.listeners().size() : upstreams.size());
  }

  @Test
  void pep03_creatingStartsNothing() throws Exception {
    Pep pep = prepare();
    assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
    assertThat(openDoors(pep)).as("doors of its own before the start").isEmpty();
    assertThat(before.now()).as("what creating has left").isEmpty();
  }

  @Test
  void pep04_aStartedProductRuns() throws Exception {
    Pep pep = prepare();
    pep.start();

    assertThat(pep.state()).isEqualTo(new ProductState.Running());
    assertThat(pep.state()).as("asked again").isEqualTo(new ProductState.Running());
  }

  @Test
  void pep05_nothingIsLeftWhenCloseReturns() throws Exception {
    Pep pep = prepare();
    pep.start();
    pep.close();

    assertThat(openDoors(pep)).as("doors that are still open").isEmpty();
    assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
    assertNothingIsLeft();
  }

  @Test
  void pep06_closeIsSafeAtAnyTime() throws Exception {
    Pep never = prepare();
    never.close();
    never.close();
    assertThat(never.state()).as("never started").isEqualTo(new ProductState.Stopped());

    Pep pep = prepare();
    pep.start();
    pep.close();
    pep.close();
    assertThat(pep.state()).as("closed twice").isEqualTo(new ProductState.Stopped());
    assertNothingIsLeft();
  }

  @Test
  void pep07_aFailedStartLeavesNothing() throws Exception {
    Optional<Pep> doomed = createDoomed(site);
    assumeTrue(doomed.isPresent(), "nothing about this product can fail to start");
    Pep pep = doomed.orElseThrow();
    prepared.add(pep);
    assertThatThrownBy(pep::start)
        .isInstanceOfSatisfying(
            ProductException.class, e -> assertThat(e.getMessage()).isNotBlank());

    assertThat(pep.state())
        .as("after the failed start")
        .isNotInstanceOf(ProductState.Running.class);
    assertThat(openDoors(pep)).as("doors that are still open").isEmpty();
    assertNothingIsLeft();
    pep.close();
    assertThat(pep.state()).as("after close").isEqualTo(new ProductState.Stopped());
    assertNothingIsLeft();
  }

  @Test
  void pep08_anotherInstanceTakesTheSameDoors() throws Exception {
    for (int instance = 1; instance <= 3; instance++) {
      Pep pep = prepare();
      pep.start();

      assertThat(Doors.accepts(pep.front(site.listeners().getFirst()), KNOCK_MAX))
          .as("instance " + instance)
          .isTrue();
      pep.close();
    }
    assertNothingIsLeft();
  }

  @Test
  void pep09_anInterruptedStartRunsOrLeavesNothing() throws Exception {
    Pep pep = prepare();
    Thread.currentThread().interrupt();
    Throwable thrown = catchThrowable(pep::start);
    boolean kept = Thread.interrupted();

    if (thrown == null) {
      assertThat(kept).as("the interrupt is not swallowed").isTrue();
      assertThat(pep.state()).isEqualTo(new ProductState.Running());
    } else {
      assertThat(thrown).isInstanceOf(InterruptedException.class);
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
      assertThat(openDoors(pep)).isEmpty();
      assertNothingIsLeft();
    }
    pep.close();
    assertNothingIsLeft();
  }

  @Test
  void pep10_closeOnAnInterruptedThreadStopsTheProductAndKeepsTheInterrupt() throws Exception {
    Pep pep = prepare();
    pep.start();
    Thread.currentThread().interrupt();
    pep.close();

    assertThat(Thread.interrupted()).as("interrupt kept").isTrue();
    assertThat(openDoors(pep)).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void pep11_aRenewedCertificateLeavesTheProductRunning() throws Exception {
    Pep pep = prepare();
    pep.start();
    boolean taken = pep.renew(site.identity("asset/pep"));

    assertThat(pep.state())
        .as("after renewal, taken: " + taken)
        .isEqualTo(new ProductState.Running());
    for (Listener listener : site.listeners()) {
      assertThat(Doors.accepts(pep.front(listener), KNOCK_MAX)).as(listener.name()).isTrue();
    }
    pep.close();
    assertNothingIsLeft();
  }

  @Test
  void pep12_renewalOfAStoppedProductIsNoOrAProductException() throws Exception {
    Pep pep = prepare();
    Throwable thrown = catchThrowable(() -> pep.renew(site.identity("asset/pep")));

    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ProductException.class);
    }
    assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
  }

  private Pep prepare() throws Exception {
    Pep pep = create(site);
    prepared.add(pep);
    return pep;
  }

  /** Doors of the product's own that are open. */
  private List<String> openDoors(Pep pep) {
    return listens()
        ? site.listeners().stream()
            .filter(l -> !site.isOccupied(l) && Doors.accepts(pep.front(l), KNOCK_MAX))
            .map(Listener::name)
            .toList()
        : List.of();
  }

  private void assertNothingIsLeft() {
    await("threads and processes of the product gone")
        .atMost(WAIT_MAX)
        .pollInSameThread()
        .untilAsserted(() -> assertThat(before.now()).isEmpty());
  }
}
