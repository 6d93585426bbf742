package org.bumpless.endpoint.opcua.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.jspecify.annotations.Nullable;

/**
 * The threads that all OPC UA servers of the bench share; they exist while at least one server
 * runs.
 */
public final class SharedLoops {
  private static final int LOOPS = 2;
  private static final long STOP_MILLIS_MAX = 2_000;

  private static final long TURN_MILLIS = 5;

  private @Nullable EventLoopGroup group;
  private int leases;

  /** The threads, started if nobody had them; each call wants one {@link #release()}. */
  synchronized EventLoopGroup acquire() {
    EventLoopGroup running = group;
    if (running == null) {
      running = new NioEventLoopGroup(LOOPS, new DefaultThreadFactory("opcua-serve", true));
      group = running;
    }
    leases++;
    return running;
  }

  /**
   * Waits until each loop has gone through its selector once more, a second at most: a listening
   * socket that a selector knows goes on listening until then, though it is closed.
   */
  static void awaitTurn(EventLoopGroup loops) {
    List<ScheduledFuture<?>> turns = new ArrayList<>();
    for (EventExecutor loop : loops) {
      turns.add(loop.schedule(() -> {}, TURN_MILLIS, TimeUnit.MILLISECONDS));
    }
    turns.forEach(turn -> turn.awaitUninterruptibly(1, TimeUnit.SECONDS));
  }

  /**
   * Gives the threads back; the last one ends them, within 5 s. Milo starts one timer thread of its
   * own at the first secure channel, for channels that are not renewed; it ends here too, and
   * starts again at the next channel of whoever has one.
   */
  synchronized void release() {
    EventLoopGroup running = group;
    if (running == null || --leases > 0) {
      return;
    }
    group = null;
    running
        .shutdownGracefully(0, STOP_MILLIS_MAX, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(2 * STOP_MILLIS_MAX);
    Stack.releaseSharedResources();
  }
}
