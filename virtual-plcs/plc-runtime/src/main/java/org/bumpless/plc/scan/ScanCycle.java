package org.bumpless.plc.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;

/**
 * The plant in lock-step, beat after beat: the process takes a step, then everything whose period
 * has come scans, shorter periods first (rate-monotonic, Liu and Layland 1973) and in the plant
 * file's order within one. It knows no thread: {@link ScanEngine} drives it in real time, a virtual
 * run as fast as it goes. Used by one thread at a time.
 */
public final class ScanCycle {
  private final NanoClock clock;
  private final PlantProcess process;
  private final long periodNanos;
  private final double seconds;
  private final List<Spoke> wheel;
  private long index;

  /** Those that scan on the same beats. */
  private record Spoke(long everyBeats, Tick first, List<Scanned> scanned) {
    boolean due(long beat) {
      return beat % everyBeats == 0;
    }

    Tick tick(long beat) {
      return new Tick(beat / everyBeats, first.scanNanos());
    }
  }

  /**
   * A plant at beat 0.
   *
   * @throws IllegalArgumentException if nothing scans, or a period is no whole multiple of the
   *     shortest
   */
  public ScanCycle(NanoClock clock, PlantProcess process, List<? extends Scanned> scanned) {
    this.clock = clock;
    this.process = process;
    this.periodNanos =
        scanned.stream()
            .mapToLong(its -> its.period().toNanos())
            .min()
            .orElseThrow(() -> new IllegalArgumentException("a plant without controllers"));
    this.seconds = periodNanos / 1e9;
    TreeMap<Long, List<Scanned>> byPeriod = new TreeMap<>();
    for (Scanned one : scanned) {
      byPeriod.computeIfAbsent(beats(one), _ -> new ArrayList<>()).add(one);
    }
    this.wheel =
        byPeriod.entrySet().stream()
            .map(e -> new Spoke(e.getKey(), new Tick(0, periodNanos * e.getKey()), e.getValue()))
            .toList();
  }

  private long beats(Scanned scanned) {
    Duration period = scanned.period();
    if (period.toNanos() % periodNanos != 0) {
      throw new IllegalArgumentException(
          "%s scans each %s: expected a whole multiple of %s, the shortest scan of the plant"
              .formatted(scanned.id(), period, Duration.ofNanos(periodNanos)));
    }
    return period.toNanos() / periodNanos;
  }

  /** From one beat to the next: the shortest period. */
  public long periodNanos() {
    return periodNanos;
  }

  /** Number of the beat that comes next. */
  public long index() {
    return index;
  }

  /** After so many beats everything has scanned. */
  public long longestBeats() {
    return wheel.getLast().everyBeats();
  }

  /**
   * One beat.
   *
   * @param dueNanos when it was due, on the clock of the controllers
   */
  public void beat(long dueNanos) {
    process.step(seconds);
    for (Spoke spoke : wheel) {
      if (spoke.due(index)) {
        Tick tick = spoke.tick(index);
        for (Scanned one : spoke.scanned()) {
          one.scan(tick, clock.nanos() - dueNanos);
        }
      }
    }
    index++;
  }

  /** Shows the network what those that scanned in the last beat have left. */
  public void publish() {
    long last = index - 1;
    for (Spoke spoke : wheel) {
      if (spoke.due(last)) {
        spoke.scanned().forEach(Scanned::publish);
      }
    }
  }

  /**
   * Puts process and controllers back to their initial state. What the network has written by then
   * takes hold first, so that no effect of it goes unseen.
   */
  public void restore() {
    process.restore();
    for (Spoke spoke : wheel) {
      Tick tick = spoke.tick(index);
      spoke.scanned().forEach(one -> one.restore(tick));
    }
  }
}
