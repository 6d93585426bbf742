package org.bumpless.pdp.extauthz;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.DecisionService;

/**
 * A gRPC server for proxies, on a fixed number of threads with a bounded queue; when it is full the
 * network thread answers itself, and nothing new is read meanwhile.
 */
final class ExtAuthzServer implements DecisionService {
  private static final String NAME = "ext-authz-pdp";
  private static final int THREADS = 8;
  private static final int QUEUED = 256;
  private static final int CALLS_MAX = 64;
  private static final int MESSAGE_BYTES_MAX = 64 * 1024;
  private static final long CLOSE_SECONDS_MAX = 5;

  private final Checks checks;
  private final EventLoopGroup network =
      new NioEventLoopGroup(1, new DefaultThreadFactory(NAME + "-network", true));
  private final ThreadPoolExecutor threads;
  private final Server server;

  ExtAuthzServer(Checks checks, InetSocketAddress bind) throws IOException {
    this.checks = checks;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUED),
            new DefaultThreadFactory(NAME, true),
            new ThreadPoolExecutor.CallerRunsPolicy());
    this.server =
        NettyServerBuilder.forAddress(bind)
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(network)
            .workerEventLoopGroup(network)
            .executor(threads)
            .maxConcurrentCallsPerConnection(CALLS_MAX)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .addService(checks)
            .build();
    try {
      server.start();
    } catch (IOException e) {
      close();
      throw new IOException(
          "cannot serve %s at %s: %s; expected a free port of an address of this host"
              .formatted(NAME, bind, e.getMessage()),
          e);
    }
  }

  @Override
  public URI url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenSockets().getFirst();
    return URI.create("grpc://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  @Override
  public void behave(Behaviour behaviour) {
    checks.mood().set(behaviour);
  }

  /** Ends every call, connection and thread; safe to call twice. */
  @Override
  public void close() {
    checks.mood().end();
    server.shutdownNow();
    try {
      boolean ended = server.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      threads.shutdownNow();
      ended &= threads.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      ended &=
          network
              .shutdownGracefully(0, CLOSE_SECONDS_MAX, TimeUnit.SECONDS)
              .await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      if (!ended) {
        throw new IllegalStateException(NAME + " did not end in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // its threads are daemons and end by themselves
    }
  }
}
