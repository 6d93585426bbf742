package org.bumpless.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.bumpless.plant.network.Place;
import org.bumpless.plant.network.Uninterrupted;

/**
 * A product whose delay is known: it keeps each request for a time, on a processor that it does not
 * give away meanwhile, and passes answers on at once.
 */
final class SpinningRelay implements AutoCloseable {
  private static final int BYTES = 256;

  private final ServerSocketChannel door;
  private final Thread thread;
  private volatile long delayNanos;
  private volatile boolean over;

  /**
   * @param place where it stands
   */
  SpinningRelay(Place place, InetSocketAddress front, InetSocketAddress upstream)
      throws IOException, InterruptedException {
    door = place.within(() -> ServerSocketChannel.open().bind(front));
    thread = place.threads("relay").newThread(() -> relay(upstream));
    thread.start();
  }

  void delay(long nanos) {
    delayNanos = nanos;
  }

  private void relay(InetSocketAddress upstream) {
    try (SocketChannel client = door.accept();
        SocketChannel server = SocketChannel.open(upstream)) {
      Wires.quick(client).configureBlocking(false);
      Wires.quick(server).configureBlocking(false);
      ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
      while (!over) {
        if (client.read(bytes.clear()) > 0) {
          spin(System.nanoTime() + delayNanos);
          Wires.write(server, bytes.flip());
        }
        if (server.read(bytes.clear()) > 0) {
          Wires.write(client, bytes.flip());
        }
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      if (!over) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void spin(long until) {
    while (System.nanoTime() - until < 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    door.close();
    Uninterrupted.act(() -> thread.join());
  }
}
