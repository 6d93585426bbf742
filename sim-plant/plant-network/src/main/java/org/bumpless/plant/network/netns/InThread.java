package org.bumpless.plant.network.netns;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.network.Place.Work;

/** Work on a thread that is made for it alone: the namespace it enters sticks to nobody else. */
final class InThread {
  private static final Duration TIDY_UP_WITHIN = Duration.ofSeconds(10);

  private InThread() {}

  /**
   * Does the work and waits for it; when the caller is interrupted, so is the work, and what it has
   * made all the same is closed.
   */
  static <T, E extends Exception> T call(ThreadFactory threads, Work<T, E> work)
      throws E, InterruptedException {
    return call(threads, work, TIDY_UP_WITHIN);
  }

  /**
   * As {@link #call(ThreadFactory, Work)}.
   *
   * @param tidyUpWithin how long interrupted work may take to end; if it does not, the exception
   *     says so
   */
  static <T, E extends Exception> T call(
      ThreadFactory threads, Work<T, E> work, Duration tidyUpWithin)
      throws E, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = threads.newThread(task);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      tidyUp(thread, task, tidyUpWithin, e);
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException interrupted -> throw interrupted;
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case Exception checked -> {
          @SuppressWarnings("unchecked") // work throws nothing else
          E itsOwn = (E) checked;
          throw itsOwn;
        }
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** Whatever goes wrong with what nobody waits for any more is told beside the interrupt. */
  private static void tidyUp(
      Thread thread, FutureTask<?> task, Duration within, InterruptedException interrupt) {
    try {
      if (!thread.join(within)) {
        interrupt.addSuppressed(
            new IllegalStateException(
                "%s still runs %d ms after it was interrupted"
                    .formatted(thread.getName(), within.toMillis())));
      } else if (task.state() == FutureTask.State.SUCCESS
          && task.resultNow() instanceof AutoCloseable orphan) {
        orphan.close();
      }
    } catch (Exception e) {
      interrupt.addSuppressed(e);
    }
  }
}
