package org.bumpless.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
  @Test
  void itIsDoneAgainAndAgainUntilItIsClosed() {
    Background background = begin(() -> {});
    await("some times").atMost(Duration.ofSeconds(10)).until(() -> background.times() >= 5);

    background.close();
    long done = background.times();

    assertThat(done).isGreaterThanOrEqualTo(5);
    assertThat(background.times()).as("nothing more is done").isEqualTo(done);
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
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    Thread.ofPlatform().start(go::countDown);

    background.close();

    assertThat(background.times()).isPositive();
  }

  @Test
  void whatBreaksOffLeavesTheScenarioOpen() {
    Background background =
        begin(
            () -> {
              throw new IllegalStateException("no cable");
            });

    assertThatThrownBy(background::close)
        .isInstanceOf(ClaimOpen.class)
        .hasMessageContaining("it broke off after 0 times")
        .hasMessageContaining("no cable");
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
