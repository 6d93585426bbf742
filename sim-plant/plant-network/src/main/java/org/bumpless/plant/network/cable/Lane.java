package org.bumpless.plant.network.cable;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.bumpless.plant.cable.Direction;
import org.bumpless.plant.cable.Impairment;

/**
 * One direction of a cable: says of each frame that enters when it leaves. Pure but for its memory
 * of the frames before; for one thread.
 */
public final class Lane {
  /** How far a frame that is overtaken falls behind. */
  static final long HELD_BACK_NANOS = 5_000_000L;

  /** What waits for a limited cable at most, as in the buffer of a small switch. */
  static final long BACKLOG_BYTES = 128 * 1024L;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int BITS_PER_BYTE = 8;

  private final Direction direction;
  private final RandomGenerator random;
  private long lineFreeNanos = Long.MIN_VALUE;
  private long lastLeavesNanos = Long.MIN_VALUE;

  public Lane(Direction direction, RandomGenerator random) {
    this.direction = direction;
    this.random = random;
  }

  /**
   * When a frame leaves.
   *
   * @param nanos when it enters; never before the frame before it
   * @param bytes its length on the wire
   * @return empty if it is lost
   */
  public OptionalLong leaves(Impairment impairment, long nanos, int bytes) {
    if (impairment.cut().contains(direction) || happens(impairment.loss())) {
      return OptionalLong.empty();
    }
    long sent = nanos;
    if (impairment.bitsPerSecond() > 0) {
      long begins = Math.max(nanos, lineFreeNanos);
      if (begins - nanos > nanosFor(BACKLOG_BYTES, impairment)) {
        return OptionalLong.empty();
      }
      sent = begins + nanosFor(bytes, impairment);
      lineFreeNanos = sent;
    }
    long arrives = sent + impairment.delay().toNanos() + spread(impairment.jitter().toNanos());
    if (happens(impairment.reordered())) {
      return OptionalLong.of(Math.max(arrives, lastLeavesNanos) + HELD_BACK_NANOS);
    }
    lastLeavesNanos = Math.max(arrives, lastLeavesNanos);
    return OptionalLong.of(lastLeavesNanos);
  }

  private static long nanosFor(long bytes, Impairment impairment) {
    return bytes * BITS_PER_BYTE * NANOS_PER_SECOND / impairment.bitsPerSecond();
  }

  private boolean happens(double share) {
    return share > 0 && random.nextDouble() < share;
  }

  private long spread(long upTo) {
    return upTo == 0 ? 0 : random.nextLong(upTo + 1);
  }
}
