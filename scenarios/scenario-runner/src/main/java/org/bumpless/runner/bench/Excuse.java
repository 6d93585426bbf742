package org.bumpless.runner.bench;

/** Tells which misses of a station are nobody's fault. */
@FunctionalInterface
interface Excuse {

  /**
   * Whether something else is enough of a reason for what went wrong between two moments.
   *
   * @param ofNanos how long that would have had to last to matter, see {@link
   *     org.bumpless.scenario.bench.HostStalls#excuse}
   */
  boolean covers(long fromNanos, long toNanos, long ofNanos);
}
