package org.bumpless.bridge.plc4x;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP cable that can be pulled, and that breaks by itself at a byte in either direction. */
final class Cable implements AutoCloseable {
  private final ServerSocket server;
  private final int to;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger breaks = new AtomicInteger();
  private volatile Cut cut = Cut.NONE;
  private volatile boolean pulled;

  /** Where it breaks at the next write: before it arrives, or before its answer does. */
  enum Cut {
    NONE,
    REQUEST,
    ANSWER
  }

  Cable(int to) throws IOException {
    this.to = to;
    this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("cable").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int breaks() {
    return breaks.get();
  }

  void breakAt(Cut next) {
    cut = next;
  }

  /** No connection stands, and none comes about. */
  void pull() {
    pulled = true;
    drop();
  }

  void plug() {
    pulled = false;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (pulled) {
          client.close();
          continue;
        }
        Socket plc = new Socket(InetAddress.getLoopbackAddress(), to);
        ends.add(client);
        ends.add(plc);
        Thread.ofPlatform().daemon().start(() -> pump(client, plc, true));
        Thread.ofPlatform().daemon().start(() -> pump(plc, client, false));
      } catch (IOException _) {
        // closed, or the controller is without power
      }
    }
  }

  private void pump(Socket from, Socket into, boolean request) {
    byte[] buffer = new byte[4096];
    try (from;
        into) {
      InputStream in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        boolean write = n > 7 && (buffer[7] == 16 || buffer[7] == 5 || buffer[7] == 6);
        if (write && cut == (request ? Cut.REQUEST : Cut.ANSWER)) {
          cut = Cut.NONE;
          breaks.incrementAndGet();
          return;
        }
        into.getOutputStream().write(buffer, 0, n);
        into.getOutputStream().flush();
      }
    } catch (IOException _) {
      // the other direction has broken
    }
  }

  private void drop() {
    for (Socket end : List.copyOf(ends)) {
      try {
        end.close();
      } catch (IOException _) {
        // it is gone
      }
    }
    ends.clear();
  }

  @Override
  public void close() throws IOException {
    server.close();
    drop();
  }
}
