package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.Set;
import org.bumpless.plant.network.Host;

/** Listens at the undeclared doors of a host. */
final class Ears implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Host host;
  private final ServerSocketChannel tcp;
  private final DatagramChannel udp;

  private Ears(Host host, ServerSocketChannel tcp, DatagramChannel udp) {
    this.host = host;
    this.tcp = tcp;
    this.udp = udp;
  }

  static Ears of(Host host) throws IOException, InterruptedException {
    return host.within(
        () -> {
          InetSocketAddress door = new InetSocketAddress(host.address(), Door.UNDECLARED);
          ServerSocketChannel tcp = ServerSocketChannel.open();
          try {
            tcp.bind(door, BACKLOG);
            return new Ears(host, tcp, udp(door));
          } catch (IOException | RuntimeException e) {
            tcp.close();
            throw e;
          }
        });
  }

  private static DatagramChannel udp(InetSocketAddress door) throws IOException {
    DatagramChannel udp = DatagramChannel.open();
    try {
      udp.bind(door);
      udp.configureBlocking(false);
      return udp;
    } catch (IOException | RuntimeException e) {
      udp.close();
      throw e;
    }
  }

  /** Who has come: over TCP at any door and is still there, over UDP since the last time. */
  Set<SocketAddress> heard() throws IOException, InterruptedException {
    Set<SocketAddress> heard = new HashSet<>(host.within(Peers::here));
    ByteBuffer word = ByteBuffer.allocate(1);
    SocketAddress from = udp.receive(word);
    while (from != null) {
      heard.add(from);
      word.clear();
      from = udp.receive(word);
    }
    return heard;
  }

  @Override
  public void close() {
    try (udp) {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop listening on " + host.id() + ": " + e, e);
    }
  }
}
