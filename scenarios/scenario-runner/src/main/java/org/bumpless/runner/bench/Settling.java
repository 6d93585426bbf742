package org.bumpless.runner.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bumpless.plant.time.NanoClock;

/**
 * Lets a load run, unmeasured, until the compilers of this JVM have little left to do for it: the
 * processors that they take until then, and what is slow before they have done their work, is the
 * bench's doing and not a product's.
 */
final class Settling {
  private static final Duration AT_MOST = Duration.ofSeconds(10);

  /** Compilers that take less than this part of one processor are quiet. */
  private static final double QUIET = 0.5;

  private final NanoClock clock;
  private final LongSupplier compilingNanos;

  Settling(NanoClock clock) {
    this(clock, Settling::compilingNanos);
  }

  /**
   * @param compilingNanos for how long the compilers have worked so far, all together
   */
  Settling(NanoClock clock, LongSupplier compilingNanos) {
    this.clock = clock;
    this.compilingNanos = compilingNanos;
  }

  /** A while of load. */
  @FunctionalInterface
  interface Load {
    void run() throws InterruptedException;
  }

  /** Repeats the load until the compilers are quiet meanwhile, or it has been long enough. */
  void await(Load load) throws InterruptedException {
    long end = clock.nanos() + AT_MOST.toNanos();
    double busy;
    do {
      long begin = clock.nanos();
      long compiling = compilingNanos.getAsLong();
      load.run();
      busy = (double) (compilingNanos.getAsLong() - compiling) / (clock.nanos() - begin);
    } while (busy >= QUIET && clock.nanos() < end);
  }

  /** 0 for a JVM that does not tell, or compiles nothing. */
  private static long compilingNanos() {
    CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    return compilers == null || !compilers.isCompilationTimeMonitoringSupported()
        ? 0
        : TimeUnit.MILLISECONDS.toNanos(compilers.getTotalCompilationTime());
  }
}
