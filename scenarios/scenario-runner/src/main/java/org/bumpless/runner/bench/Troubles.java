package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.HostStalls;

/**
 * Times in which a scenario has broken what the stations need, on purpose: what they miss then is
 * no more the product's fault than what they miss on a host that stands still.
 */
final class Troubles implements HostStalls {
  private static final long OPEN = Long.MAX_VALUE;

  private final NanoClock clock;
  private final HostStalls host;
  private final List<Trouble> all = new ArrayList<>();

  private record Trouble(long begin, long end) {
    boolean touches(long from, long to) {
      return begin <= to && from <= end;
    }
  }

  /**
   * @param host how the host itself fares
   */
  Troubles(NanoClock clock, HostStalls host) {
    this.clock = clock;
    this.host = host;
  }

  /** Something is broken from now on; nothing happens if something is already. */
  synchronized void begin() {
    if (!open()) {
      all.add(new Trouble(clock.nanos(), OPEN));
    }
  }

  /** All is whole again, and the stations see all that they should. */
  synchronized void over() {
    if (open()) {
      all.add(new Trouble(all.removeLast().begin(), clock.nanos()));
    }
  }

  /** Whether something has been broken that is not over. */
  synchronized boolean open() {
    return !all.isEmpty() && all.getLast().end() == OPEN;
  }

  /** Whatever touches such a time is excused by it, however short the two have in common. */
  @Override
  public long longestNanos(long fromNanos, long toNanos) {
    synchronized (this) {
      if (all.stream().anyMatch(trouble -> trouble.touches(fromNanos, toNanos))) {
        return Long.MAX_VALUE;
      }
    }
    return host.longestNanos(fromNanos, toNanos);
  }
}
