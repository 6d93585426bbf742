package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.netns.NetnsFabric;

/** The tank farm's network of its own, with a controller that echoes. */
final class Wires {
  static final AssetId CONTROL_ROOM = new AssetId("SCADA-1");
  static final AssetId CONTROLLER = new AssetId("LIC-101");
  private static final ConduitId CONDUIT = new ConduitId("site-to-cell-1");
  private static final int PORT = 502;

  /** As long as a request for one REAL. */
  private static final int REQUEST_BYTES = 12;

  private final Parts parts = new Parts();
  private final NetnsFabric fabric;

  Wires() {
    try {
      fabric = parts.add(NetnsFabric.of(Shipped.tankFarm()));
      parts.add(new Echo(fabric.host(CONTROLLER), server()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  NetnsFabric fabric() {
    return fabric;
  }

  /** Keeps something that ends with the network. */
  <P extends AutoCloseable> P add(P part) {
    return parts.add(part);
  }

  InetSocketAddress server() {
    return fabric.server(CONTROLLER, PORT);
  }

  InetSocketAddress front() {
    return fabric.front(CONDUIT, CONTROLLER, PORT);
  }

  /** A connection of the control room. */
  SocketChannel dial(InetSocketAddress to) throws IOException, InterruptedException {
    Host host = fabric.host(CONTROL_ROOM);
    return parts.add(host.within(() -> quick(SocketChannel.open(to))));
  }

  static SocketChannel quick(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return channel;
  }

  static ByteBuffer request() {
    return ByteBuffer.allocateDirect(REQUEST_BYTES);
  }

  /** Asks once and waits for the whole answer; how long it took, nanoseconds. */
  static long ask(SocketChannel line, ByteBuffer request) throws IOException {
    long begin = System.nanoTime();
    write(line, request.clear());
    request.clear();
    while (request.hasRemaining()) {
      if (line.read(request) < 0) {
        throw new IOException("the far end has hung up");
      }
    }
    return System.nanoTime() - begin;
  }

  static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  void close() throws Exception {
    parts.close();
  }
}
