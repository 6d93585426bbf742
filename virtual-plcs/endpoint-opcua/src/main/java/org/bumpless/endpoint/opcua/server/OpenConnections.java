package org.bumpless.endpoint.opcua.server;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** The TCP connections of one controller; one too many is closed as soon as it is accepted. */
@ChannelHandler.Sharable
final class OpenConnections extends ChannelInboundHandlerAdapter {
  private static final long CLOSE_MILLIS_MAX = 2_000;

  private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
  private final AtomicInteger open = new AtomicInteger();
  private final int connectionsMax;

  OpenConnections(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  int count() {
    return open.get();
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    if (open.incrementAndGet() > connectionsMax) {
      open.decrementAndGet();
      var _ = ctx.close();
      return;
    }
    channels.add(ctx.channel());
    ctx.channel().closeFuture().addListener(closed -> open.decrementAndGet());
    super.channelActive(ctx);
  }

  /** Closes what is open; returns when that is done, within 2 s. */
  void closeAll() {
    channels.close().awaitUninterruptibly(CLOSE_MILLIS_MAX);
  }
}
