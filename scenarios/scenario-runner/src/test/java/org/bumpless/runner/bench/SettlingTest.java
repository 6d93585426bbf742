package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final Duration ROUND = Duration.ofMillis(750);

  private final AtomicLong now = new AtomicLong(77);
  private final AtomicLong compiling = new AtomicLong(5_000_000_000L);
  private final AtomicInteger rounds = new AtomicInteger();
  private final Settling settling = new Settling(new Clock(now), compiling::get);

  @Test
  void quietCompilersTakeOneRoundOfLoad() throws InterruptedException {
    settling.await(() -> round(ROUND.dividedBy(10)));

    assertThat(rounds).hasValue(1);
  }

  @Test
  void busyCompilersTakeAsManyRoundsAsTheyAreBusy() throws InterruptedException {
    settling.await(() -> round(rounds.get() < 3 ? ROUND.multipliedBy(2) : ROUND.dividedBy(3)));

    assertThat(rounds).hasValue(4);
  }

  @Test
  void compilersThatAreNeverQuietAreNotWaitedForForever() throws InterruptedException {
    long begin = now.get();

    settling.await(() -> round(ROUND));

    assertThat(Duration.ofNanos(now.get() - begin))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(10).plus(ROUND));
  }

  private void round(Duration compiled) {
    rounds.incrementAndGet();
    now.addAndGet(ROUND.toNanos());
    compiling.addAndGet(compiled.toNanos());
  }

  private record Clock(AtomicLong now) implements NanoClock {
    @Override
    public long nanos() {
      return now.get();
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(now.get());
    }

    @Override
    public void awaitUntil(long nanos) {
      now.set(Math.max(now.get(), nanos));
    }
  }
}
