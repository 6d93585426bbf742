package org.bumpless.plc.serve;

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
 * A TCP port of a controller with a thread for each connection. Accepts as many connections at once
 * as the controller's personality says and closes further ones at once.
 */
public final class TcpServer implements Endpoint {
  private static final int BACKLOG = 128;
  private static final long STACK_BYTES = 256 * 1024;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

  /** Between two tries to accept while the machine has no file descriptor left. */
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(10);

  private final ServeSettings settings;
  private final ServerSocket listener;
  private final String reach;
  private final Dialogue dialogue;
  private final String name;
  private final Map<Socket, Thread> open = new ConcurrentHashMap<>();
  private @Nullable Thread acceptor;

  /** What is spoken on one connection. */
  @FunctionalInterface
  public interface Dialogue {
    /**
     * Speaks until either side ends it; the socket is closed after that.
     *
     * @throws IOException if the peer goes away: there is nobody left to tell
     */
    void speak(Socket socket) throws IOException;
  }

  private TcpServer(
      ServeSettings settings, ServerSocket listener, String reach, Dialogue dialogue) {
    this.settings = settings;
    this.listener = listener;
    this.reach = reach;
    this.dialogue = dialogue;
    this.name = settings.spec().protocol() + " " + settings.controller().id();
  }

  /**
   * Begins to listen.
   *
   * @param reach see {@link Endpoint#reach}
   * @throws IOException if the address cannot be bound; the message names it
   */
  public static Endpoint start(ServeSettings settings, String reach, Dialogue dialogue)
      throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      TcpServer server = new TcpServer(settings, listener, reach, dialogue);
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
    return reach;
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
    Map<Socket, Thread> ending = Map.copyOf(open);
    ending.keySet().forEach(TcpServer::end);
    ending.values().forEach(thread -> join(thread, deadline));
  }

  private void listen() throws IOException {
    try {
      listener.setReuseAddress(true);
      listener.bind(settings.bind(), BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "%s of %s: cannot listen on %s:%d: %s; free the port or give the controller another"
              .formatted(
                  settings.spec().protocol(),
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

  private void admit(Socket socket) {
    if (open.size() >= settings.controller().personality().connectionsMax()) {
      end(socket);
      return;
    }
    Thread thread = thread(" " + socket.getRemoteSocketAddress(), () -> converse(socket));
    open.put(socket, thread);
    thread.start();
  }

  private void converse(Socket socket) {
    try (socket) {
      dialogue.speak(socket);
    } catch (IOException e) {
      // The peer went away, or the server is closing: there is nobody left to tell.
    } finally {
      open.remove(socket);
    }
  }

  /** Ends a connection from outside; its thread notices at once. */
  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The descriptor is given back all the same.
    }
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
