package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.bumpless.scenario.bench.HostStalls;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private static final long SECOND = 1_000_000_000L;

  private final JumpingClock clock = new JumpingClock(Instant.parse("2026-01-01T08:00:00Z"));

  @Test
  void whatIsBrokenOnPurposeCountsFromItsBeginningToItsEnd() {
    Troubles troubles = new Troubles(clock, HostStalls.NONE);
    long begin = clock.nanos();
    troubles.begin();
    clock.spend(Duration.ofSeconds(1));
    troubles.begin();
    assertThat(troubles.open()).isTrue();
    clock.spend(Duration.ofSeconds(2));
    troubles.over();

    assertThat(troubles.open()).isFalse();
    assertThat(troubles.excuse(begin - SECOND, begin, SECOND)).isTrue();
    assertThat(troubles.excuse(begin + SECOND, begin + SECOND + 1, SECOND)).isTrue();
    assertThat(troubles.excuse(begin + 3 * SECOND, begin + 4 * SECOND, SECOND)).isTrue();
    assertThat(troubles.excuse(begin - SECOND, begin - 1, SECOND)).isFalse();
    assertThat(troubles.excuse(begin + 3 * SECOND + 1, begin + 9 * SECOND, SECOND)).isFalse();
  }

  @Test
  void whatIsStillBrokenCountsUntilNow() {
    Troubles troubles = new Troubles(clock, HostStalls.NONE);
    long begin = clock.nanos();
    troubles.begin();

    assertThat(troubles.excuse(begin, begin + SECOND, 10 * SECOND)).isTrue();
  }

  @Test
  void theHostsOwnStallsCountAsBefore() {
    Troubles troubles = new Troubles(clock, (from, to) -> 7);

    assertThat(troubles.longestNanos(0, SECOND)).isEqualTo(7);
    troubles.over();
    assertThat(troubles.open()).isFalse();
  }
}
