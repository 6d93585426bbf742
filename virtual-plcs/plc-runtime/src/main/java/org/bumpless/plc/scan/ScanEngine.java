package org.bumpless.plc.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Drives process and controllers at absolute deadlines on one platform thread: the process takes a
 * step, then each controller whose period has come scans. A scan that comes late is recorded as
 * late; those that fell due meanwhile follow at once, so that simulated time does not drift.
 */
public final class ScanEngine implements AutoCloseable {
  private static final long END_WITHIN_MILLIS = 2_000;

  /** Longest wait for a scan, on a host that is busy with something else. */
  private static final long SCAN_WITHIN_MILLIS = 10_000;

  private final NanoClock clock;
  private final PlantProcess process;
  private final List<VirtualController> controllers;
  private final LongConsumer afterScan;
  private final long periodNanos;
  private final long[] everyTicks;
  private final Lateness lateness;
  private final List<FutureTask<Void>> jobs = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;
  private long index;
  private volatile boolean closing;

  /**
   * Starts to scan.
   *
   * @param afterScan told the clock after each scan, for example to record trends; must not block
   * @param memory how far back its lateness can be asked for
   * @throws IllegalArgumentException if there is no controller, or the scan of one is no whole
   *     multiple of the shortest
   */
  public ScanEngine(
      NanoClock clock,
      PlantProcess process,
      List<VirtualController> controllers,
      LongConsumer afterScan,
      Duration memory) {
    this(
        clock,
        process,
        controllers,
        afterScan,
        memory,
        work -> Thread.ofPlatform().unstarted(work));
  }

  /**
   * The same with a thread of a kind of its own.
   *
   * @param threads makes the one thread, for example one that is served before others
   */
  public ScanEngine(
      NanoClock clock,
      PlantProcess process,
      List<VirtualController> controllers,
      LongConsumer afterScan,
      Duration memory,
      ThreadFactory threads) {
    this.clock = clock;
    this.process = process;
    this.controllers = List.copyOf(controllers);
    this.afterScan = afterScan;
    this.periodNanos =
        controllers.stream()
            .mapToLong(c -> c.asset().program().scan().toNanos())
            .min()
            .orElseThrow(() -> new IllegalArgumentException("a plant without controllers"));
    this.everyTicks = controllers.stream().mapToLong(c -> ticks(c, periodNanos)).toArray();
    this.lateness = new Lateness(periodNanos, memory);
    this.thread = threads.newThread(this::run);
    thread.setName("scan");
    thread.setDaemon(true);
    thread.start();
  }

  public Lateness lateness() {
    return lateness;
  }

  private static long ticks(VirtualController controller, long periodNanos) {
    Duration scan = controller.asset().program().scan();
    if (scan.toNanos() % periodNanos != 0) {
      throw new IllegalArgumentException(
          "%s scans each %s: expected a whole multiple of %s, the shortest scan of the plant"
              .formatted(controller.asset().id(), scan, Duration.ofNanos(periodNanos)));
    }
    return scan.toNanos() / periodNanos;
  }

  /**
   * Waits until every write offered before the call has been applied and published.
   *
   * @throws InterruptedException if the wait is interrupted
   * @throws IllegalStateException if the engine does not scan any more
   */
  public void awaitScans() throws InterruptedException {
    long rounds = 1 + Arrays.stream(everyTicks).max().orElse(1);
    for (long i = 0; i < rounds; i++) {
      inScan(() -> {});
    }
  }

  /**
   * Puts process and controllers back to their initial state, between two scans. What the network
   * has written by then takes hold first, so that no effect of it goes unseen.
   */
  public void restore() throws InterruptedException {
    inScan(
        () -> {
          process.restore();
          for (int i = 0; i < controllers.size(); i++) {
            controllers.get(i).restore(tick(i));
          }
        });
  }

  /** Runs something on the scan thread before the next scan and waits until it is done. */
  private void inScan(Runnable job) throws InterruptedException {
    FutureTask<Void> task = new FutureTask<>(job, null);
    synchronized (jobs) {
      jobs.add(task);
    }
    if (!thread.isAlive()) {
      throw stopped(null);
    }
    try {
      task.get(SCAN_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the plant could not do that: " + e.getCause(), e);
    } catch (TimeoutException | CancellationException e) {
      throw stopped(e);
    }
  }

  private IllegalStateException stopped(@Nullable Exception cause) {
    RuntimeException why = failure.get();
    return new IllegalStateException(
        "the plant has stopped scanning" + (why == null ? "" : ": " + why), cause);
  }

  private Tick tick(int controller) {
    long every = everyTicks[controller];
    return new Tick(index / every, periodNanos * every);
  }

  private void run() {
    try {
      long start = clock.nanos();
      for (index = 0; !closing; index++) {
        long due = start + index * periodNanos;
        clock.awaitUntil(due);
        lateness.scanned(due, clock.nanos());
        takeJobs().forEach(FutureTask::run);
        process.step(periodNanos / 1e9);
        for (int i = 0; i < controllers.size(); i++) {
          if (index % everyTicks[i] == 0) {
            controllers.get(i).scan(tick(i), clock.nanos() - due);
          }
        }
        afterScan.accept(clock.nanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    } finally {
      takeJobs().forEach(job -> job.cancel(false));
    }
  }

  private List<FutureTask<Void>> takeJobs() {
    synchronized (jobs) {
      List<FutureTask<Void>> due = List.copyOf(jobs);
      jobs.clear();
      return due;
    }
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(END_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
