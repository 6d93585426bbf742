package org.bumpless.runner.realtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Instant;
import org.bumpless.plant.network.linux.NativeCall;
import org.bumpless.plant.time.NanoClock;

/**
 * The machine's clock for timing threads: it waits for absolute moments in the kernel
 * (clock_nanosleep(2) on CLOCK_MONOTONIC, which is also what {@link System#nanoTime} counts on
 * Linux) and allocates nothing.
 *
 * <p>It sleeps until shortly before the moment and spins for the rest; so it always sleeps in a
 * period that is longer than that, which a thread of policy FIFO must (sched(7), throttling). An
 * interrupt ends a wait within a slice of it.
 */
final class KernelClock implements NanoClock {
  /** Longest time that a wait spins. */
  static final long SPIN_NANOS = 100_000;

  private static final long SLICE_NANOS = 20_000_000;
  private static final long PER_SECOND = 1_000_000_000;
  private static final int CLOCK_MONOTONIC = 1;
  private static final int TIMER_ABSTIME = 1;
  private static final MethodHandle CLOCK_NANOSLEEP =
      NativeCall.plain(
          "clock_nanosleep", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

  /** A timespec of each thread. */
  private final ThreadLocal<MemorySegment> moments =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(JAVA_LONG, 2));

  private final NanoClock base;

  /**
   * @param base tells the time
   */
  KernelClock(NanoClock base) {
    this.base = base;
  }

  @Override
  public long nanos() {
    return base.nanos();
  }

  @Override
  public Instant instant() {
    return base.instant();
  }

  @Override
  public void awaitUntil(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before waiting");
    }
    for (long now = nanos(); now < nanos; now = nanos()) {
      if (nanos - now > SPIN_NANOS) {
        sleepUntil(Math.min(nanos - SPIN_NANOS, now + SLICE_NANOS));
      } else {
        Thread.onSpinWait();
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while waiting");
      }
    }
  }

  /** A sleep that a signal ends early is taken up again by the caller. */
  private void sleepUntil(long nanos) {
    MemorySegment moment = moments.get();
    moment.setAtIndex(JAVA_LONG, 0, Math.floorDiv(nanos, PER_SECOND));
    moment.setAtIndex(JAVA_LONG, 1, Math.floorMod(nanos, PER_SECOND));
    try {
      int _ =
          (int)
              CLOCK_NANOSLEEP.invokeExact(
                  CLOCK_MONOTONIC, TIMER_ABSTIME, moment, MemorySegment.NULL);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
