package org.bumpless.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.bumpless.plant.network.Place;
import org.bumpless.plant.network.Uninterrupted;

/** A controller that says back what it hears, on one connection after the other. */
final class Echo implements AutoCloseable {
  private static final int BYTES = 256;

  private final ServerSocketChannel server;
  private final Thread thread;

  Echo(Place place, InetSocketAddress address) throws IOException, InterruptedException {
    server = place.within(() -> ServerSocketChannel.open().bind(address));
    thread = place.threads("echo").newThread(this::serve);
    thread.start();
  }

  private void serve() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
    while (server.isOpen()) {
      try (SocketChannel caller = server.accept()) {
        Wires.quick(caller);
        while (caller.read(bytes.clear()) >= 0) {
          Wires.write(caller, bytes.flip());
        }
      } catch (IOException _) {
        // This caller has gone, or all is over; the next one is waited for if it is not.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
    Uninterrupted.act(() -> thread.join());
  }
}
