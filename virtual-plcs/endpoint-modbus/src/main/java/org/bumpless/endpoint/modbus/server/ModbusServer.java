package org.bumpless.endpoint.modbus.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ServeSettings;
import org.jspecify.annotations.Nullable;

/**
 * The Modbus TCP port of a controller. Accepts as many connections at once as the controller's
 * personality says and closes further ones at once.
 */
public final class ModbusServer implements Endpoint {
  private static final int BACKLOG = 128;
  private static final long STACK_BYTES = 256 * 1024;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

  /** Between two tries to accept while the machine has no file descriptor left. */
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(10);

  private final ServeSettings settings;
  private final ServerSocket listener;
  private final RequestHandler handler;
  private final String name;
  private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
  private @Nullable Thread acceptor;

  private ModbusServer(ServeSettings settings, ServerSocket listener) {
    this.settings = settings;
    this.listener = listener;
    this.handler = new RequestHandler(settings);
    this.name = "modbus " + settings.controller().id();
  }

  /**
   * Begins to listen.
   *
   * @throws IOException if the address cannot be bound; the message names it
   * @throws IllegalArgumentException if the tags' Modbus addresses contradict each other
   */
  public static ModbusServer start(ServeSettings settings) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      ModbusServer server = new ModbusServer(settings, listener);
      server.listen();
      return server;
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public String reach() {
    return "unit " + settings.spec().unit();
  }

  @Override
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {
    long deadline = settings.clock().nanos() + CLOSE_LIMIT.toNanos();
    try {
      listener.close();
    } catch (IOException e) {
      throw new IllegalStateException(name + ": cannot stop to listen: " + e.getMessage(), e);
    }
    if (acceptor != null) {
      join(acceptor, deadline);
    }
    open.keySet().forEach(Connection::close);
    open.values().forEach(thread -> join(thread, deadline));
  }

  private void listen() throws IOException {
    try {
      listener.setReuseAddress(true);
      listener.bind(settings.bind(), BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "modbus-tcp of %s: cannot listen on %s:%d: %s; free the port or give the controller another"
              .formatted(
                  settings.controller().id(),
                  settings.bind().getHostString(),
                  settings.bind().getPort(),
                  e.getMessage()),
          e);
    }
    acceptor = thread(" accept", this::accept);
    acceptor.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        admit(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed() && !pause()) {
          return;
        }
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    if (open.size() >= settings.controller().personality().connectionsMax()) {
      socket.close();
      return;
    }
    Connection connection = new Connection(socket, handler, open::remove);
    Thread thread = thread(" " + socket.getRemoteSocketAddress(), connection);
    open.put(connection, thread);
    thread.start();
  }

  private boolean pause() {
    try {
      settings.clock().await(ACCEPT_PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Thread thread(String suffix, Runnable work) {
    return Thread.ofPlatform().name(name + suffix).daemon().stackSize(STACK_BYTES).unstarted(work);
  }

  private void join(Thread thread, long deadline) {
    try {
      long leftNanos = Math.max(1, deadline - settings.clock().nanos());
      if (!thread.join(Duration.ofNanos(leftNanos))) {
        throw new IllegalStateException(thread.getName() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
