package org.bumpless.adapter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A controller without a program: gives back each byte that it gets, and counts who dials it. */
public final class EchoServer implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 64;
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong dialled = new AtomicLong();
  private final Thread thread;

  /** Begins to listen. */
  public EchoServer(InetSocketAddress address) throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    try {
      listener.bind(address);
    } catch (IOException e) {
      listener.close();
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    thread = Thread.ofPlatform().daemon().name("echo-" + address).start(this::accept);
  }

  /** How many connections it has accepted since it began. */
  public long dialled() {
    return dialled.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        dialled.incrementAndGet();
        if (open.size() >= CONNECTIONS_MAX) {
          socket.close();
        } else {
          open.add(socket);
          Thread.ofVirtual().start(() -> echo(socket));
        }
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void echo(Socket socket) {
    try (socket) {
      socket.getInputStream().transferTo(socket.getOutputStream());
    } catch (IOException gone) {
      // The far end, or close(), has cut the connection: there is nobody left to tell.
      open.remove(socket);
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
      if (!thread.join(CLOSE_MAX)) {
        throw new IllegalStateException(thread.getName() + " does not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
