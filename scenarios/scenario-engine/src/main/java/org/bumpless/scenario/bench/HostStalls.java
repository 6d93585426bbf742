package org.bumpless.scenario.bench;

/**
 * How long the host itself stood still: what comes late meanwhile says nothing about a product.
 * Known from the plant's own scan, which no product can hold up.
 */
@FunctionalInterface
public interface HostStalls {
  /** A host that never stood still. */
  HostStalls NONE = (from, to) -> 0;

  /**
   * The longest time for which the host stood still, counting only what falls between two moments.
   *
   * @return nanoseconds; 0 if it kept its pace
   */
  long longestNanos(long fromNanos, long toNanos);

  /** Whether the host had no processor to spare at some time between two moments. */
  default boolean busy(long fromNanos, long toNanos) {
    return false;
  }

  /**
   * Whether the host stood still for more than a quarter of a length of time: too much to blame
   * anybody else for what was late.
   */
  default boolean excuse(long fromNanos, long toNanos, long ofNanos) {
    return longestNanos(fromNanos, toNanos) > ofNanos / 4;
  }
}
