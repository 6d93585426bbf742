package org.bumpless.runner.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.bumpless.scenario.timing.HostNoise;

/**
 * When the host's processors were all taken: what came late then may have waited for one of them,
 * whoever took it. Written by one thread, read by any.
 */
final class BusyTimes implements Excuse {
  private static final long SLICE_NANOS = 500_000_000L;

  private final long[] begin;
  private final long[] end;
  private long count;
  private long sliceBegin;
  private Optional<Processors.Reading> reading = Optional.empty();

  /**
   * @param memory how far back it can be asked, if they were taken all the time
   */
  BusyTimes(Duration memory) {
    int slices = Math.toIntExact(memory.toNanos() / SLICE_NANOS + 1);
    this.begin = new long[slices];
    this.end = new long[slices];
    Arrays.fill(end, Long.MIN_VALUE);
  }

  /** Looks, if it is time to; to be called more often than that. */
  void look(long nowNanos) {
    if (reading.isPresent() && nowNanos - sliceBegin < SLICE_NANOS) {
      return;
    }
    Processors slice = new Processors();
    slice.count(reading);
    slice.idle().ifPresent(idle -> add(sliceBegin, nowNanos, idle));
    reading = slice.read();
    sliceBegin = nowNanos;
  }

  /** A stretch of time is over. */
  synchronized void add(long fromNanos, long toNanos, double idle) {
    if (HostNoise.saturated(idle)) {
      int place = (int) (count++ % begin.length);
      begin[place] = fromNanos;
      end[place] = toNanos;
    }
  }

  /** Whatever touches such a time is excused by it: nobody knows who waited for whom. */
  @Override
  public synchronized boolean covers(long fromNanos, long toNanos, long ofNanos) {
    for (int i = 0; i < begin.length; i++) {
      if (end[i] >= fromNanos && begin[i] <= toNanos && end[i] != Long.MIN_VALUE) {
        return true;
      }
    }
    return false;
  }
}
