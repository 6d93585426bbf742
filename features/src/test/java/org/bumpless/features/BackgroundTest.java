package org.bumpless.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
  @Test
  void itIsDoneAgainAndAgainUntilItIsEnded() {
    Background background = begin(() -> true);
    await("some times").atMost(Duration.ofSeconds(10)).until(() -> background.times() >= 5);

    assertThat(background.end()).isEqualTo(new Verdict.Pass());
    long done = background.times();

    assertThat(done).isGreaterThanOrEqualTo(5);
    assertThat(background.times()).as("nothing more is done").isEqualTo(done);
  }

  @Test
  void whoeverWaitsForTheFirstTimeSeesItDone() throws Exception {
    Background background = begin(() -> true);

    background.begun();

    assertThat(background.times()).isPositive();
    assertThat(background.end()).isEqualTo(new Verdict.Pass());
  }

  @Test
  void whatIsUnderWayIsEnded() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Background background =
        begin(
            () -> {
              begun.countDown();
              assertThat(uninterrupted(go)).isTrue();
              return true;
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread.ofPlatform().start(go::countDown);

    assertThat(background.end()).isEqualTo(new Verdict.Pass());

    assertThat(background.times()).isPositive();
  }

  @Test
  void answersAreCountedApart() {
    AtomicInteger number = new AtomicInteger();
    Background background = begin(() -> number.incrementAndGet() % 2 == 0);
    await("some times").atMost(Duration.ofSeconds(10)).until(() -> background.times() >= 5);

    assertThat(background.end()).isEqualTo(new Verdict.Pass());

    assertThat(background.answered()).isEqualTo(background.times() / 2);
  }

  @Test
  void whatBreaksOffLeavesTheScenarioOpen() {
    Background background =
        begin(
            () -> {
              throw new IllegalStateException("no cable");
            });

    assertThat(background.end())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            open ->
                assertThat(open.why())
                    .singleElement()
                    .asString()
                    .contains("it broke off after 0 times")
                    .contains("no cable"));
  }

  private static boolean uninterrupted(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Background begin(Background.Act act) {
    return new Background("somebody does something", Duration.ofMillis(1), act);
  }
}
