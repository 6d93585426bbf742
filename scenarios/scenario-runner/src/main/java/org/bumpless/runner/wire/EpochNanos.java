package org.bumpless.runner.wire;

import java.time.Instant;

/** The kernel's way to count time. */
final class EpochNanos {
  private static final long PER_SECOND = 1_000_000_000L;

  private EpochNanos() {}

  /** Nanoseconds since 1970. */
  static long of(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + instant.getNano();
  }
}
