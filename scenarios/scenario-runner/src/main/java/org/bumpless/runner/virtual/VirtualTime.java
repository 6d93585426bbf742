package org.bumpless.runner.virtual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.scan.ScanCycle;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a virtual bench. It stands until its one thread waits; then the plant beats as often
 * as fits into the wait, and it is later. Starts at 0 ns.
 */
final class VirtualTime implements NanoClock {
  private final Instant start;
  private final Thread owner = Thread.currentThread();
  private final List<LongConsumer> followers = new ArrayList<>();
  private @Nullable ScanCycle cycle;
  private long now;
  private long nextBeat;

  /**
   * @param start wall-clock time of nanosecond 0
   */
  VirtualTime(Instant start) {
    this.start = start;
  }

  /** From now on the plant beats while somebody waits. */
  void drive(ScanCycle plant) {
    cycle = plant;
    nextBeat = now;
  }

  /** Somebody is told the time after each beat, in the order of these calls. */
  void afterBeat(LongConsumer follower) {
    followers.add(follower);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Instant instant() {
    return start.plusNanos(now);
  }

  /**
   * Is at the moment, with all beats until then.
   *
   * @throws IllegalStateException if another thread waits: nobody could say what comes first
   */
  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "in virtual time one thread does everything; " + Thread.currentThread().getName());
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting");
    }
    ScanCycle plant = cycle;
    while (plant != null && nextBeat <= nanos) {
      now = Math.max(now, nextBeat);
      plant.beat(nextBeat);
      plant.publish();
      nextBeat += plant.periodNanos();
      for (LongConsumer follower : followers) {
        follower.accept(now);
      }
    }
    now = Math.max(now, nanos);
  }
}
