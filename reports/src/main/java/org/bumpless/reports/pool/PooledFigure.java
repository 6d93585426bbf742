package org.bumpless.reports.pool;

import java.util.List;
import org.bumpless.scenario.pool.Pool;
import org.bumpless.scenario.timing.Interval;

/**
 * A figure of several runs.
 *
 * @param name for example {@code added latency p99.9, SCADA-1 to LIC-101 over modbus-tcp}
 * @param runs what each run says of it
 * @param budgetNanos what it may be at most
 */
record PooledFigure(String name, List<Interval> runs, long budgetNanos) {
  PooledFigure {
    runs = List.copyOf(runs);
  }

  Interval pooled() {
    return Pool.median(runs);
  }
}
