package org.bumpless.runner.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends back what it gets, each connection on a platform thread of its own. */
final class Echo implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 256;
  private static final int BYTES = 256;
  private static final Duration END_WITHIN = Duration.ofSeconds(5);

  private final ServerSocket door;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Echo(InetAddress address) throws IOException {
    door = new ServerSocket(0, CONNECTIONS_MAX, address);
    start(this::accept);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  private void accept() {
    try {
      while (remembered() < CONNECTIONS_MAX) {
        Socket socket = door.accept();
        socket.setTcpNoDelay(true);
        synchronized (sockets) {
          sockets.add(socket);
        }
        start(() -> echo(socket));
      }
    } catch (IOException e) {
      if (!door.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private int remembered() {
    synchronized (sockets) {
      return sockets.size();
    }
  }

  private void start(Runnable work) {
    Thread thread = Thread.ofPlatform().name("echo").unstarted(work);
    synchronized (threads) {
      threads.add(thread);
    }
    thread.start();
  }

  private static void echo(Socket socket) {
    byte[] bytes = new byte[BYTES];
    try (socket) {
      for (int read = socket.getInputStream().read(bytes);
          read > 0;
          read = socket.getInputStream().read(bytes)) {
        socket.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException _) {
      // the far end or close() has hung up
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    end(started().getFirst()); // whom it has let in is known now
    synchronized (sockets) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    started().forEach(Echo::end);
  }

  private List<Thread> started() {
    synchronized (threads) {
      return List.copyOf(threads);
    }
  }

  private static void end(Thread thread) {
    try {
      if (!thread.join(END_WITHIN)) {
        throw new IllegalStateException("an echo did not end in " + END_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
