package org.bumpless.runner.way;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.network.Host;

/** Connections that a host asks for under some address, without waiting for an answer. */
final class Asking implements AutoCloseable {
  private final List<SocketChannel> channels = new ArrayList<>();

  /**
   * Asks for one.
   *
   * @param as the address that the packet bears
   * @return where it comes from; empty if there is no route, so that nothing has left the host
   */
  Optional<InetSocketAddress> ask(Host host, InetAddress as, InetSocketAddress server)
      throws IOException, InterruptedException {
    return host.within(
        () -> {
          SocketChannel channel = SocketChannel.open();
          channels.add(channel);
          channel.bind(new InetSocketAddress(as, 0));
          channel.configureBlocking(false);
          try {
            channel.connect(server);
            return Optional.of((InetSocketAddress) channel.getLocalAddress());
          } catch (SocketException unreachable) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void close() {
    try {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hang up: " + e, e);
    }
  }
}
