package org.bumpless.endpoint.opcua.server;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs a request on the very event loop that read it: after what the loop is doing, in order,
 * without a change of thread. The loops end with {@link SharedLoops}, so shutting this down does
 * nothing.
 */
final class LoopExecutor extends AbstractExecutorService {
  private final EventLoopGroup loops;

  LoopExecutor(EventLoopGroup loops) {
    this.loops = loops;
  }

  @Override
  public void execute(Runnable task) {
    for (EventExecutor loop : loops) {
      if (loop.inEventLoop()) {
        loop.execute(task);
        return;
      }
    }
    loops.next().execute(task);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return loops.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return loops.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return loops.awaitTermination(timeout, unit);
  }
}
