package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.timing.Recording;

/** The standing connections of one arm, each served by a thread of its own. */
final class MeasuredLines implements AutoCloseable {
  private final List<Session> sessions;
  private final List<BooleanSupplier> requests;
  private final ExecutorService threads;

  /**
   * @param sessions not connected yet; they belong to this object from now on
   * @param request what is asked on each of them
   * @param threads at least one for each session; may be shared with arms that take turns
   */
  MeasuredLines(List<Session> sessions, Operation request, ExecutorService threads) {
    this.sessions = List.copyOf(sessions);
    this.requests = this.sessions.stream().map(session -> session.prepare(request)).toList();
    this.threads = threads;
  }

  /** Connects, and fills the caches of the product. */
  void warmUp(OpenLoop loop) {
    requests.forEach(request -> loop.warmUp(request, requests.size()));
  }

  Recording block(OpenLoop loop) throws InterruptedException {
    Recording block = loop.begin();
    List<Callable<Void>> shares = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      int line = i;
      shares.add(
          () -> {
            loop.share(block, requests.get(line), line, requests.size());
            return null;
          });
    }
    for (Future<Void> share : threads.invokeAll(shares)) {
      finish(share);
    }
    return block;
  }

  private static void finish(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("measuring was interrupted");
      }
      throw new IllegalStateException("the measuring client failed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    sessions.forEach(Session::close);
  }
}
