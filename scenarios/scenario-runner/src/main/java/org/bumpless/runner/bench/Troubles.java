package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import org.bumpless.plant.time.NanoClock;

/**
 * Times in which a scenario has broken what the stations need, on purpose: what they miss then is
 * no more the product's fault than what they miss on a host that stands still.
 */
final class Troubles implements Excuse {
  private static final long OPEN = Long.MAX_VALUE;

  private final NanoClock clock;
  private final Excuse host;
  private final List<Trouble> all = new ArrayList<>();

  private record Trouble(long begin, long end) {
    boolean touches(long from, long to) {
      return begin <= to && from <= end;
    }
  }

  /**
   * @param host what the host itself excuses
   */
  Troubles(NanoClock clock, Excuse host) {
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
  public boolean covers(long fromNanos, long toNanos, long ofNanos) {
    return touched(fromNanos, toNanos) || host.covers(fromNanos, toNanos, ofNanos);
  }

  private synchronized boolean touched(long fromNanos, long toNanos) {
    return all.stream().anyMatch(trouble -> trouble.touches(fromNanos, toNanos));
  }
}
