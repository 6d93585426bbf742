package org.bumpless.endpoint.opcua.server;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/**
 * Calls of methods, done beside the event loops: an order to a controller waits for the end of a
 * scan, and on a loop other controllers would wait with it. Each runs on a thread of its own, of
 * which a server has sixteen at most.
 */
final class Errands {
  private static final int AT_ONCE = 16;

  private final String owner;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * @param owner whose threads they are
   */
  Errands(String owner) {
    this.owner = owner;
  }

  /** Begins an errand, which must have an end of its own; refused if there are too many already. */
  <T> CompletableFuture<T> run(Callable<T> errand) {
    if (!free.tryAcquire()) {
      return CompletableFuture.failedFuture(new UaException(StatusCodes.Bad_TooManyOperations));
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual().name(owner + " call").start(() -> complete(answer, errand));
    return answer;
  }

  private <T> void complete(CompletableFuture<T> answer, Callable<T> errand) {
    try {
      T result = errand.call();
      free.release();
      answer.complete(result);
    } catch (Exception e) {
      free.release();
      answer.completeExceptionally(e);
    }
  }
}
