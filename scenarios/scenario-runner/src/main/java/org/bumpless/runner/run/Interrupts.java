package org.bumpless.runner.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the run, and gives it time to stop the plant and
 * write down what it has.
 */
public final class Interrupts implements AutoCloseable {
  private static final long STOP_WITHIN_SECONDS = 15;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Interrupts(Thread run, AtomicBoolean interrupted) {
    this.hook =
        new Thread(
            () -> {
              interrupted.set(true);
              run.interrupt();
              awaitDone();
            },
            "interrupts");
  }

  /** Watches until closed. */
  public static Interrupts of(Thread run, AtomicBoolean interrupted) {
    Interrupts interrupts = new Interrupts(run, interrupted);
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void awaitDone() {
    try {
      if (!done.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the run did not stop within " + STOP_WITHIN_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and has just been told that the run is done.
      done.countDown();
    }
  }
}
