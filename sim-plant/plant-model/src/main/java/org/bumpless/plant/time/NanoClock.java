package org.bumpless.plant.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The bench's clock. Who needs time gets one handed in; only its implementations may ask the
 * machine.
 */
public interface NanoClock {
  /** Monotonic nanoseconds from an arbitrary origin that is fixed for one run. */
  long nanos();

  /** Wall-clock time, for certificates, tickets and reports; never for a measurement. */
  Instant instant();

  /**
   * Waits until {@link #nanos()} has reached a moment; returns at once if it has passed.
   *
   * @throws InterruptedException if the thread is interrupted, before or while it waits
   */
  void awaitUntil(long nanos) throws InterruptedException;

  /** Waits for a length of time. */
  default void await(Duration length) throws InterruptedException {
    awaitUntil(nanos() + length.toNanos());
  }
}
