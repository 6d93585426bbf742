package org.bumpless.endpoint.opcua.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ServeSettings;
import org.eclipse.milo.opcua.stack.transport.server.OpcServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.ServerApplicationContext;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;
import org.eclipse.milo.opcua.stack.transport.server.tcp.RateLimitingHandler;

/** The running OPC UA server of one controller. */
public final class UaEndpoint implements Endpoint {
  private static final int HELLO_MILLIS_MAX = 5_000;

  private final InetSocketAddress address;
  private final SharedLoops loops;
  private final EventLoopGroup group;
  private final OpenConnections connections;
  private final ControllerServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private UaEndpoint(
      InetSocketAddress address,
      SharedLoops loops,
      EventLoopGroup group,
      OpenConnections connections,
      ControllerServer server) {
    this.address = address;
    this.loops = loops;
    this.group = group;
    this.connections = connections;
    this.server = server;
  }

  /**
   * Starts a controller's server; returns when it listens.
   *
   * @throws IOException if the address cannot be bound
   * @throws IllegalArgumentException if the controller's certificate cannot be an OPC UA
   *     application certificate, or the port is not fixed: the endpoint URLs that clients are told
   *     contain it
   */
  public static UaEndpoint start(ServeSettings settings, SharedLoops loops) throws IOException {
    if (settings.bind().getPort() == 0) {
      throw new IllegalArgumentException(
          "OPC UA of " + settings.controller().id() + ": port 0, expected 1 to 65535");
    }
    EventLoopGroup group = loops.acquire();
    boolean started = false;
    try {
      UaEndpoint endpoint = start(settings, loops, group);
      started = true;
      return endpoint;
    } finally {
      if (!started) {
        loops.release();
      }
    }
  }

  private static UaEndpoint start(ServeSettings settings, SharedLoops loops, EventLoopGroup group)
      throws IOException {
    OpenConnections connections =
        new OpenConnections(settings.controller().personality().connectionsMax());
    AtomicReference<Exception> bindFailure = new AtomicReference<>();
    OpcTcpServerTransport tcp = new OpcTcpServerTransport(transport(group, connections));
    ControllerServer server =
        new ControllerServer(
            settings,
            ServerConfigs.of(settings, group),
            profile -> new RememberingTransport(tcp, bindFailure));
    server.withoutSessionDiagnostics();
    server.space().startup();
    try {
      server.startup().join();
    } catch (CompletionException unbound) {
      server.shutdown().join();
      server.space().shutdown();
      Exception cause = bindFailure.get();
      throw new IOException(
          "OPC UA of "
              + settings.controller().id()
              + " cannot listen on "
              + settings.bind()
              + ": "
              + (cause == null ? unbound : cause).getMessage()
              + "; free that address or give the controller another port",
          cause == null ? unbound : cause);
    }
    return new UaEndpoint(settings.bind(), loops, group, connections, server);
  }

  private static OpcTcpServerTransportConfig transport(
      EventLoopGroup group, OpenConnections connections) {
    return OpcTcpServerTransportConfig.newBuilder()
        .setEventLoop(group)
        .setExecutor(new LoopExecutor(group))
        .setHelloDeadline(uint(HELLO_MILLIS_MAX))
        .setChannelPipelineCustomizer(pipeline -> countConnections(pipeline, connections))
        .build();
  }

  private static void countConnections(ChannelPipeline pipeline, OpenConnections connections) {
    pipeline.remove(RateLimitingHandler.class);
    pipeline.addFirst(connections);
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public String reach() {
    return "opc.tcp://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  @Override
  public int connections() {
    return connections.count();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      server.endSessions();
      server.shutdown().join();
      connections.closeAll();
      SharedLoops.awaitTurn(group);
      server.space().shutdown();
    } finally {
      loops.release();
    }
  }

  /** Keeps why the address could not be bound, which Milo only writes into its log. */
  private record RememberingTransport(
      OpcServerTransport transport, AtomicReference<Exception> failure)
      implements OpcServerTransport {
    @Override
    public void bind(ServerApplicationContext application, InetSocketAddress address)
        throws Exception {
      try {
        transport.bind(application, address);
      } catch (Exception e) {
        failure.set(e);
        throw e;
      }
    }

    @Override
    public void unbind() throws Exception {
      transport.unbind();
    }
  }
}
