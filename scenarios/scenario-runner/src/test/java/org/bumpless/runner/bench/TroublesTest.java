package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bumpless.plant.engine.clock.JumpingClock;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Excuse NO_STALL = (from, to, of) -> false;

  private final JumpingClock clock = new JumpingClock(Instant.parse("2026-01-01T08:00:00Z"));

  @Test
  void whatIsBrokenOnPurposeCountsFromItsBeginningToItsEnd() {
    Troubles troubles = new Troubles(clock, NO_STALL);
    long begin = clock.nanos();
    troubles.begin();
    clock.spend(Duration.ofSeconds(1));
    troubles.begin();
    assertThat(troubles.open()).isTrue();
    clock.spend(Duration.ofSeconds(2));
    troubles.over();

    assertThat(troubles.open()).isFalse();
    assertThat(troubles.covers(begin - SECOND, begin, SECOND)).isTrue();
    assertThat(troubles.covers(begin + SECOND, begin + SECOND + 1, SECOND)).isTrue();
    assertThat(troubles.covers(begin + 3 * SECOND, begin + 4 * SECOND, SECOND)).isTrue();
    assertThat(troubles.covers(begin - SECOND, begin - 1, SECOND)).isFalse();
    assertThat(troubles.covers(begin + 3 * SECOND + 1, begin + 9 * SECOND, SECOND)).isFalse();
  }

  @Test
  void whatIsStillBrokenCountsUntilNow() {
    Troubles troubles = new Troubles(clock, NO_STALL);
    long begin = clock.nanos();
    troubles.begin();

    assertThat(troubles.covers(begin, begin + SECOND, 10 * SECOND)).isTrue();
  }

  @Test
  void theHostsOwnStallsCountAsBefore() {
    Troubles troubles = new Troubles(clock, (from, to, of) -> of < SECOND);

    assertThat(troubles.covers(0, SECOND, SECOND - 1)).isTrue();
    assertThat(troubles.covers(0, SECOND, SECOND)).isFalse();
    troubles.over();
    assertThat(troubles.open()).isFalse();
  }
}
