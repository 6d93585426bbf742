package org.bumpless.pep.mutants;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.time.NanoClock;

/** A clock that moves only when somebody waits on it, and remembers for how long. */
final class TestClock implements NanoClock {
  private final Instant start;
  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  TestClock(Instant start) {
    this.start = start;
  }

  List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos);
  }

  @Override
  public void awaitUntil(long moment) {
    waits.add(Duration.ofNanos(moment - nanos));
    nanos = Math.max(nanos, moment);
  }
}
