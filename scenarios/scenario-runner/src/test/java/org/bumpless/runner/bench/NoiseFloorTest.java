package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {
  @Test
  void itCountsItsWakeUpsInOrderOfLateness() {
    try (NoiseFloor floor = new NoiseFloor(new RealClock(), Thread.ofPlatform().factory())) {
      await("some wake-ups")
          .atMost(Duration.ofSeconds(10))
          .until(() -> floor.wakeUps().filter(late -> late.count() >= 20).isPresent());

      assertThat(floor.wakeUps())
          .hasValueSatisfying(
              late -> {
                assertThat(late.p50Nanos()).isNotNegative();
                assertThat(late.p999Nanos()).isGreaterThanOrEqualTo(late.p50Nanos());
                assertThat(late.worstNanos()).isGreaterThanOrEqualTo(late.p999Nanos());
              });
    }
  }

  @Test
  void itsThreadEndsWithIt() {
    Thread[] made = new Thread[1];
    NoiseFloor floor =
        new NoiseFloor(
            new RealClock(),
            work -> {
              made[0] = Thread.ofPlatform().unstarted(work);
              return made[0];
            });

    floor.close();

    assertThat(made[0].isAlive()).isFalse();
  }
}
