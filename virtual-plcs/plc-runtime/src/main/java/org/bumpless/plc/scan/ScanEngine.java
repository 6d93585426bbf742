package org.bumpless.plc.scan;

import java.time.Duration;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * Drives a plant in real time: each beat of its {@link ScanCycle} at an absolute deadline, on one
 * platform thread. A beat that comes late is recorded as late; those that fell due meanwhile follow
 * at once, so that simulated time does not drift.
 */
public final class ScanEngine implements AutoCloseable {
  private static final long END_WITHIN_MILLIS = 2_000;

  /** Longest wait for a scan, on a host that is busy with something else. */
  private static final long SCAN_WITHIN_MILLIS = 10_000;

  private final NanoClock clock;
  private final ScanCycle cycle;
  private final LongConsumer afterScan;
  private final Lateness lateness;
  private final List<FutureTask<Void>> jobs = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Starts to scan.
   *
   * @param afterScan told the clock after each scan, for example to record trends; must not block
   * @param memory how far back its lateness can be asked for
   */
  public ScanEngine(NanoClock clock, ScanCycle cycle, LongConsumer afterScan, Duration memory) {
    this(clock, cycle, afterScan, memory, work -> Thread.ofPlatform().unstarted(work));
  }

  /**
   * The same with a thread of a kind of its own.
   *
   * @param threads makes the one thread, for example one that is served before others
   */
  public ScanEngine(
      NanoClock clock,
      ScanCycle cycle,
      LongConsumer afterScan,
      Duration memory,
      ThreadFactory threads) {
    this.clock = clock;
    this.cycle = cycle;
    this.afterScan = afterScan;
    this.lateness = new Lateness(cycle.periodNanos(), memory);
    this.thread = threads.newThread(this::run);
    thread.setName("scan");
    thread.setDaemon(true);
    thread.start();
  }

  public Lateness lateness() {
    return lateness;
  }

  /**
   * Waits until every write offered before the call has been applied and published.
   *
   * @throws InterruptedException if the wait is interrupted
   * @throws IllegalStateException if the engine does not scan any more
   */
  public void awaitScans() throws InterruptedException {
    for (long i = 0; i <= cycle.longestBeats(); i++) {
      inScan(() -> {});
    }
  }

  /**
   * Puts process and controllers back to their initial state, between two scans. What the network
   * has written by then takes hold first, so that no effect of it goes unseen.
   */
  public void restore() throws InterruptedException {
    inScan(cycle::restore);
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

  private void run() {
    try {
      long start = clock.nanos();
      for (long due = start; !closing; due += cycle.periodNanos()) {
        clock.awaitUntil(due);
        lateness.scanned(due, clock.nanos());
        takeJobs().forEach(FutureTask::run);
        cycle.beat(due);
        cycle.publish();
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
