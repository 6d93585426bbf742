package org.bumpless.plc.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plant.time.Tick;

/**
 * Drives process and controllers at absolute deadlines on one platform thread: the process takes a
 * step, then each controller whose period has come scans. Lateness is recorded and not made up for.
 */
public final class ScanEngine implements AutoCloseable {
  private static final long END_WITHIN_MILLIS = 2_000;

  private static final long LOOK_AGAIN_MILLIS = 100;

  /** A host that stands still for longer is not one on which a plant can run. */
  private static final long STALL_MILLIS_MAX = 30_000;

  private final NanoClock clock;
  private final PlantProcess process;
  private final List<VirtualController> controllers;
  private final LongConsumer afterScan;
  private final long periodNanos;
  private final long[] everyTicks;
  private final Lateness lateness;
  private final List<Runnable> jobs = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Starts to scan.
   *
   * @param afterScan told the clock after each scan, for example to record trends; must not block
   */
  public ScanEngine(
      NanoClock clock,
      PlantProcess process,
      List<VirtualController> controllers,
      LongConsumer afterScan) {
    this.clock = clock;
    this.process = process;
    this.controllers = List.copyOf(controllers);
    this.afterScan = afterScan;
    this.periodNanos =
        controllers.stream()
            .mapToLong(c -> c.asset().program().scan().toNanos())
            .min()
            .orElseThrow(() -> new IllegalArgumentException("a plant without controllers"));
    this.everyTicks =
        controllers.stream()
            .mapToLong(c -> c.asset().program().scan().toNanos() / periodNanos)
            .toArray();
    this.lateness = new Lateness(periodNanos);
    this.thread = Thread.ofPlatform().name("scan").daemon().start(this::run);
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
    inScan(() -> {});
    inScan(() -> {});
  }

  /** Puts process and controllers back to their initial state, between two scans. */
  public void restore() throws InterruptedException {
    inScan(
        () -> {
          process.restore();
          controllers.forEach(VirtualController::restore);
        });
  }

  /** Runs something on the scan thread before the next scan and waits until it is done. */
  private void inScan(Runnable job) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    synchronized (jobs) {
      jobs.add(
          () -> {
            job.run();
            done.countDown();
          });
    }
    for (long waited = 0; waited < STALL_MILLIS_MAX; waited += LOOK_AGAIN_MILLIS) {
      if (done.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      if (!thread.isAlive()) {
        throw new IllegalStateException("the plant has stopped scanning");
      }
    }
    throw new IllegalStateException(
        "the plant has not scanned for " + STALL_MILLIS_MAX + " ms: the host stands still");
  }

  private void run() {
    try {
      long start = clock.nanos();
      for (long index = 0; !closing; index++) {
        long due = start + index * periodNanos;
        clock.awaitUntil(due);
        lateness.scanned(due, clock.nanos());
        runJobs();
        process.step(periodNanos / 1e9);
        for (int i = 0; i < controllers.size(); i++) {
          if (index % everyTicks[i] == 0) {
            VirtualController controller = controllers.get(i);
            controller.scan(new Tick(index / everyTicks[i], periodNanos * everyTicks[i]));
          }
        }
        afterScan.accept(clock.nanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runJobs() {
    List<Runnable> due;
    synchronized (jobs) {
      due = List.copyOf(jobs);
      jobs.clear();
    }
    due.forEach(Runnable::run);
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
