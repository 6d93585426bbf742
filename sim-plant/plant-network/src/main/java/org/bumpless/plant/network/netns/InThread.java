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

  /** Does the work and waits for it; when the caller is interrupted, so is the work. */
  static <T, E extends Exception> T call(ThreadFactory threads, Work<T, E> work)
      throws E, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = threads.newThread(task);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      thread.join(TIDY_UP_WITHIN);
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
}
