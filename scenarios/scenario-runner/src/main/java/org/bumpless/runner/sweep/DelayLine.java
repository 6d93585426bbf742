package org.bumpless.runner.sweep;

import java.util.ArrayDeque;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * One value on its way through a conduit. What is sent within one telegram shares its delay and its
 * fate; telegrams do not overtake each other. Used by one thread; time never runs backwards.
 */
final class DelayLine {
  private final Passage passage;
  private final long telegramNanos;
  private final RandomGenerator random;
  private final Queue<Parcel> under = new ArrayDeque<>();
  private long telegram = Long.MIN_VALUE;
  private long takesNanos;
  private boolean lost;
  private long lastArrival = Long.MIN_VALUE;
  private double standing = Double.NaN;

  private record Parcel(long arrivesNanos, double value) {}

  /**
   * An empty line.
   *
   * @param telegramNanos how often a telegram is sent
   */
  DelayLine(Passage passage, long telegramNanos, RandomGenerator random) {
    this.passage = passage;
    this.telegramNanos = telegramNanos;
    this.random = random;
  }

  /** Puts a value in; the first one stands at the other end from the start. */
  void send(long nanos, double value) {
    long number = Math.floorDiv(nanos, telegramNanos);
    if (telegram == Long.MIN_VALUE) {
      standing = value;
    }
    if (number != telegram) {
      telegram = number;
      double spread = 2 * random.nextDouble() - 1;
      takesNanos = passage.delayNanos() + Math.round(passage.jitterNanos() * spread);
      lost = random.nextDouble() < passage.loss();
    }
    if (!lost) {
      lastArrival = Math.max(lastArrival, nanos + takesNanos);
      under.add(new Parcel(lastArrival, value));
    }
  }

  /** The newest value that has arrived since it was last asked; empty if none has. */
  OptionalDouble take(long nanos) {
    OptionalDouble newest = OptionalDouble.empty();
    for (Parcel next = under.peek();
        next != null && next.arrivesNanos() <= nanos;
        next = under.peek()) {
      standing = next.value();
      newest = OptionalDouble.of(standing);
      under.remove();
    }
    return newest;
  }

  /** The value that stands at the other end. */
  double read(long nanos) {
    take(nanos);
    return standing;
  }
}
